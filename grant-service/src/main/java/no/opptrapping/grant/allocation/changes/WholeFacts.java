package no.opptrapping.grant.allocation.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import org.jspecify.annotations.Nullable;

/**
 * What makes a framework grant whole and is known of each municipality: the inhabitants that the grant counts, and what
 * is given beside the sums where both runs give the same kinds. What it was guaranteed is the guarantee's.
 */
final class WholeFacts {
    /** Takes one municipality's value of the one and everybody else's of the other. */
    interface Choice {
        <T> Map<String, T> of(Map<String, T> own, Map<String, T> others);
    }

    private WholeFacts() {}

    /** What the model knows of the municipality; nothing of what the other knows nothing of. */
    static List<Object> of(@Nullable PotModel model, @Nullable PotModel other, String number) {
        var facts = new ArrayList<Object>();
        if (model == null || other == null) {
            return facts;
        }
        var whole = model.whole();
        var otherWhole = other.whole();
        if (whole == null || otherWhole == null) {
            return facts;
        }
        if (whole.inhabitants() != null && otherWhole.inhabitants() != null) {
            facts.add(Objects.requireNonNullElse(whole.inhabitants().values().get(number), ""));
        }
        if (kinds(whole).equals(kinds(otherWhole))) {
            whole.additions()
                    .forEach(one ->
                            facts.add(Objects.requireNonNullElse(one.amounts().get(number), 0L)));
        }
        return facts;
    }

    /** The rule with the facts of two runs. */
    static PotModel chosen(PotModel rule, @Nullable PotModel own, @Nullable PotModel others, Choice choice) {
        return rule instanceof PotModel.Framework framework
                        && framework.whole() != null
                        && own != null
                        && own.whole() != null
                        && others != null
                        && others.whole() != null
                ? framework.withWhole(chosen(framework.whole(), own.whole(), others.whole(), choice))
                : rule;
    }

    private static WholeFramework chosen(
            WholeFramework rule, WholeFramework own, WholeFramework others, Choice choice) {
        var additions = new ArrayList<WholeFramework.Addition>();
        var alike = kinds(rule).equals(kinds(own)) && kinds(rule).equals(kinds(others));
        for (var i = 0; i < rule.additions().size(); i++) {
            var one = rule.additions().get(i);
            additions.add(
                    alike
                            ? new WholeFramework.Addition(
                                    one.kind(),
                                    one.source(),
                                    choice.of(
                                            own.additions().get(i).amounts(),
                                            others.additions().get(i).amounts()))
                            : one);
        }
        return rule.with(inhabitants(rule, own, others, choice), additions, rule.guarantee());
    }

    private static WholeFramework.@Nullable Inhabitants inhabitants(
            WholeFramework rule, WholeFramework own, WholeFramework others, Choice choice) {
        var counted = rule.inhabitants();
        return counted == null || own.inhabitants() == null || others.inhabitants() == null
                ? counted
                : new WholeFramework.Inhabitants(
                        counted.date(),
                        counted.source(),
                        choice.of(
                                own.inhabitants().values(), others.inhabitants().values()));
    }

    private static List<WholeFramework.Kind> kinds(WholeFramework whole) {
        return whole.additions().stream().map(WholeFramework.Addition::kind).toList();
    }
}
