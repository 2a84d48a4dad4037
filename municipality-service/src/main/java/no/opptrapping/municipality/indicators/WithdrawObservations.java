package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.platform.access.AuditLog;

/**
 * Withdraws a version of an indicator's values and tells of it. The values stay as they are, so that what was computed
 * from them can be computed again; nobody should compute anything new from them. What was converted here from the version is
 * withdrawn with it.
 */
@ApplicationScoped
public class WithdrawObservations {
    private final ObservationSets kept;
    private final IndicatorFeed feed;
    private final Municipalities municipalities;
    private final AuditLog auditLog;
    private final Clock clock;

    WithdrawObservations(
            ObservationSets kept, IndicatorFeed feed, Municipalities municipalities, AuditLog auditLog, Clock clock) {
        this.kept = kept;
        this.feed = feed;
        this.municipalities = municipalities;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Which version, and why. */
    public record Command(ObservationKey key, int version, String reason, String by) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Withdrawn(Withdrawal withdrawal) implements Outcome {}

        /** It was withdrawn before; that stands. */
        record AlreadyWithdrawn(Withdrawal withdrawal) implements Outcome {}

        /** There are no such values, or no such version of them. */
        record Unknown() implements Outcome {}
    }

    /** Withdraws the version, unless it is unknown or has been. */
    @Transactional
    public Outcome withdraw(Command command) {
        municipalities.lock();
        var definition = kept.indicator(command.key().indicator());
        var versioned = kept.version(command.key(), command.version());
        if (definition.isEmpty() || versioned.isEmpty()) {
            return new Outcome.Unknown();
        }
        var before = kept.withdrawalOf(command.key(), command.version());
        if (before.isPresent()) {
            return new Outcome.AlreadyWithdrawn(before.get());
        }
        var withdrawal = new Withdrawal(clock.instant().truncatedTo(ChronoUnit.MICROS), command.by(), command.reason());
        withdraw(definition.get(), versioned.get(), withdrawal);
        auditLog.decision(
                "indicator.values-withdrawn",
                command.key().toString(),
                Map.of("version", Integer.toString(command.version()), "reason", command.reason()));
        return new Outcome.Withdrawn(withdrawal);
    }

    /** Withdraws it, and with it all that was converted from it. */
    private void withdraw(IndicatorDefinition definition, ObservationSets.Versioned versioned, Withdrawal withdrawal) {
        var key = versioned.set().key();
        kept.withdraw(key, versioned.version(), withdrawal);
        feed.withdrawn(definition, versioned, withdrawal);
        kept.convertedFrom(key, versioned.version()).stream()
                .filter(converted -> kept.withdrawalOf(converted.set().key(), converted.version())
                        .isEmpty())
                .forEach(converted -> withdraw(definition, converted, withdrawal));
    }
}
