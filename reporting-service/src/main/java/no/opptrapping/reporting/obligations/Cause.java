package no.opptrapping.reporting.obligations;

import java.util.UUID;

/** What somebody has to report on. */
public sealed interface Cause {
    /** The identity of the award or the allocation. */
    UUID id();

    /** An earmarked award: reported with accounts. */
    record Award(UUID id) implements Cause {}

    /** Framework money for a scheme that was incorporated: reported without accounts. */
    record FrameworkAllocation(UUID id) implements Cause {}
}
