package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import no.opptrapping.municipality.indicators.Publication.Origin;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * Changes what an indicator is called, counted in and credited to, and tells of it. What its values rest on stays: its
 * kind, and every category that there is. A definition of the reference data changes with the reference data only.
 */
@ApplicationScoped
public class ChangeDefinition {
    private final ObservationSets kept;
    private final PublishObservations publishObservations;
    private final Municipalities municipalities;
    private final AuditLog auditLog;

    ChangeDefinition(
            ObservationSets kept,
            PublishObservations publishObservations,
            Municipalities municipalities,
            AuditLog auditLog) {
        this.kept = kept;
        this.publishObservations = publishObservations;
        this.municipalities = municipalities;
        this.auditLog = auditLog;
    }

    /**
     * What is wanted.
     *
     * @param current whether the definition is the one that was read
     * @param by who wants it
     */
    public record Command(IndicatorDefinition definition, Predicate<IndicatorDefinition> current, String by) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Changed(IndicatorDefinition definition) implements Outcome {}

        record UnknownIndicator(String code) implements Outcome {}

        /** It has changed since it was read. */
        record ChangedMeanwhile() implements Outcome {}

        record Rejected(List<BrokenRule> broken) implements Outcome {}
    }

    /** Changes it; one that is the same already is left alone. */
    @Transactional
    public Outcome change(Command command) {
        municipalities.lock();
        var wanted = command.definition();
        var found = kept.indicator(wanted.code());
        if (found.isEmpty()) {
            return new Outcome.UnknownIndicator(wanted.code());
        }
        var before = found.get();
        if (!command.current().test(before)) {
            return new Outcome.ChangedMeanwhile();
        }
        var broken = brokenBy(wanted, before);
        if (!broken.isEmpty()) {
            return new Outcome.Rejected(broken);
        }
        if (!wanted.equals(before)) {
            publishObservations.redefine(wanted, command.by());
            auditLog.decision("indicator.redefined", wanted.code(), Map.of("unit", wanted.unit()));
        }
        return new Outcome.Changed(wanted);
    }

    private List<BrokenRule> brokenBy(IndicatorDefinition wanted, IndicatorDefinition before) {
        var broken = new ArrayList<BrokenRule>();
        if (isOfTheReferenceData(wanted.code())) {
            broken.add(BrokenRule.of("indicator.of-the-reference-data", ""));
        }
        if (wanted.kind() != before.kind()) {
            broken.add(BrokenRule.of("indicator.kind-stays", "/kind"));
        }
        var codes = wanted.categories().stream().map(Category::code).toList();
        before.categories().stream()
                .map(Category::code)
                .filter(code -> !codes.contains(code))
                .forEach(
                        code -> broken.add(BrokenRule.of("indicator.category-stays", "/categories", "category", code)));
        return broken;
    }

    private boolean isOfTheReferenceData(String code) {
        return kept.keysOf(code).stream()
                .flatMap(key -> kept.versionsOf(key).stream())
                .anyMatch(version -> version.publication().origin() == Origin.REFERENCE);
    }
}
