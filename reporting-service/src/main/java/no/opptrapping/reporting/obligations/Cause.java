package no.opptrapping.reporting.obligations;

import java.util.Optional;
import java.util.UUID;

/** What somebody has to report on. */
public sealed interface Cause {
    /** The identity of the award, the allocation or the carry-over. */
    UUID id();

    /** The award whose money it is; empty for framework money. */
    default Optional<UUID> award() {
        return switch (this) {
            case Award award -> Optional.of(award.id());
            case FrameworkAllocation _ -> Optional.empty();
            case CarryOver carryOver -> Optional.of(carryOver.ofAward());
        };
    }

    /** The framework allocation; empty for what is earmarked. */
    default Optional<UUID> frameworkAllocation() {
        return switch (this) {
            case FrameworkAllocation allocation -> Optional.of(allocation.id());
            case Award _, CarryOver _ -> Optional.empty();
        };
    }

    /** How the money came into the year; empty when it was given for the year. */
    default Optional<UUID> carryOver() {
        return switch (this) {
            case CarryOver carryOver -> Optional.of(carryOver.id());
            case Award _, FrameworkAllocation _ -> Optional.empty();
        };
    }

    /** An earmarked award: reported with accounts. */
    record Award(UUID id) implements Cause {}

    /** Framework money for a scheme that was incorporated: reported without accounts. */
    record FrameworkAllocation(UUID id) implements Cause {}

    /**
     * Money of an award that has been carried over to the year after it: reported with accounts, in the year that it came into.
     *
     * @param ofAward the award that it was given by
     */
    record CarryOver(UUID id, UUID ofAward) implements Cause {}
}
