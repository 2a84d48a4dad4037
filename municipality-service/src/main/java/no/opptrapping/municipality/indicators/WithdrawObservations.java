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
 * from them can be computed again; nobody should compute anything new from them. What was converted here from the newest
 * values of the year's own structure is withdrawn with them.
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
        var newest = kept.latest(command.key()).map(ObservationSets.Versioned::version);
        withdraw(definition.get(), versioned.get(), withdrawal);
        if (newest.filter(version -> version == command.version()).isPresent()) {
            withdrawConverted(definition.get(), command.key(), withdrawal);
        }
        auditLog.decision(
                "indicator.values-withdrawn",
                command.key().toString(),
                Map.of("version", Integer.toString(command.version()), "reason", command.reason()));
        return new Outcome.Withdrawn(withdrawal);
    }

    private void withdrawConverted(IndicatorDefinition definition, ObservationKey own, Withdrawal withdrawal) {
        if (!own.structureDate().equals(own.year().atDay(1))) {
            return;
        }
        kept.keysOf(own.indicator()).stream()
                .filter(key -> key.year().equals(own.year()) && !key.equals(own))
                .filter(key -> kept.versionsOf(key).getFirst().publication().origin() == Publication.Origin.CONVERTED)
                .flatMap(key -> kept.latest(key).stream())
                .filter(converted -> kept.withdrawalOf(converted.set().key(), converted.version())
                        .isEmpty())
                .forEach(converted -> withdraw(definition, converted, withdrawal));
    }

    private void withdraw(IndicatorDefinition definition, ObservationSets.Versioned versioned, Withdrawal withdrawal) {
        kept.withdraw(versioned.set().key(), versioned.version(), withdrawal);
        feed.withdrawn(definition, versioned, withdrawal);
    }
}
