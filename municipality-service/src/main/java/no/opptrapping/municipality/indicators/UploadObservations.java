package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.Publication.Origin;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * Takes in a year's values of an indicator as a new version, tells of it, and converts it again to the structures that
 * the year's values were published in before. Values that are the same as the newest version make no new one, unless that
 * one was withdrawn: then they are in use again, as a new version.
 */
@ApplicationScoped
public class UploadObservations {
    private final ObservationSets kept;
    private final PublishObservations publishObservations;
    private final Municipalities municipalities;
    private final CurrentRegister currentRegister;
    private final PublishConversions publishConversions;
    private final AuditLog auditLog;

    UploadObservations(
            ObservationSets kept,
            PublishObservations publishObservations,
            Municipalities municipalities,
            CurrentRegister currentRegister,
            PublishConversions publishConversions,
            AuditLog auditLog) {
        this.kept = kept;
        this.publishObservations = publishObservations;
        this.municipalities = municipalities;
        this.currentRegister = currentRegister;
        this.publishConversions = publishConversions;
        this.auditLog = auditLog;
    }

    /**
     * What is uploaded.
     *
     * @param faults what of it could not be read
     * @param confirmed what looks like a mistake and is right
     * @param by who uploads it
     */
    public record Command(
            ObservationKey key, List<UploadedRow> rows, List<BrokenRule> faults, Set<Doubt> confirmed, String by) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** A new version. */
        record Published(ObservationSet set, int version) implements Outcome {}

        /** The values are those of the newest version. */
        record Unchanged(ObservationSet set, int version) implements Outcome {}

        record UnknownIndicator(String code) implements Outcome {}

        record Rejected(List<BrokenRule> broken) implements Outcome {}

        /** It may be a mistake; nothing is taken in until each doubt is confirmed. */
        record ToBeConfirmed(List<BrokenRule> doubts) implements Outcome {}
    }

    /** Takes the values in, or says everything that is wrong with them. */
    @Transactional
    public Outcome upload(Command command) {
        municipalities.lock();
        return kept.indicator(command.key().indicator())
                .map(definition -> upload(command, definition))
                .orElseGet(() -> new Outcome.UnknownIndicator(command.key().indicator()));
    }

    private Outcome upload(Command command, IndicatorDefinition definition) {
        if (command.key().structureDate().isBefore(Register.BEGINNING)) {
            return new Outcome.Rejected(List.of(BrokenRule.of(
                    "conversion.before-the-register", "query:structureDate", "beginning", Register.BEGINNING)));
        }
        var register = currentRegister.get().register();
        var key = command.key();
        var check = new CheckUpload(register, definition, key);
        var set = check.read(command.rows());
        var broken = Stream.concat(command.faults().stream(), check.faults().stream())
                .toList();
        if (!broken.isEmpty()) {
            return new Outcome.Rejected(broken);
        }
        var unconfirmed = doubts(check, set, definition).stream()
                .filter(doubt -> command.confirmed().stream()
                        .noneMatch(confirmed -> doubt.code().endsWith("." + confirmed.code())))
                .toList();
        if (!unconfirmed.isEmpty()) {
            return new Outcome.ToBeConfirmed(unconfirmed);
        }
        return publishObservations
                .revise(definition, set, Origin.UPLOADED, command.by())
                .<Outcome>map(published -> {
                    publishConversions.follow(definition, set, register, command.by());
                    auditLog.decision(
                            "indicator.values-uploaded",
                            key.toString(),
                            Map.of("version", Integer.toString(published.version())));
                    return new Outcome.Published(set, published.version());
                })
                .orElseGet(() -> new Outcome.Unchanged(
                        set,
                        kept.latest(key).map(ObservationSets.Versioned::version).orElse(0)));
    }

    /** What there is to confirm; of values that are in use already there is nothing. */
    private List<BrokenRule> doubts(CheckUpload check, ObservationSet set, IndicatorDefinition definition) {
        return kept.inUse(set.key())
                        .filter(newest -> newest.set().saysTheSameAs(set))
                        .isPresent()
                ? List.of()
                : Stream.concat(check.doubts().stream(), new DoubtUpload(kept).of(set, definition).stream())
                        .toList();
    }
}
