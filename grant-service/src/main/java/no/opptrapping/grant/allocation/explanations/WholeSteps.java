package no.opptrapping.grant.allocation.explanations;

import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.WholeGrant;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;

/** The steps to a framework grant as the state computes it: per inhabitant, equalisation, additions, guarantee. */
final class WholeSteps {
    private final ExplanationSteps steps;
    private final GuaranteeLines guarantee;

    /** The lines of an income guarantee. */
    interface GuaranteeLines {
        List<Line> of(PotLine.OfFramework one, Incorporation.Step step, GuaranteeVariant variant, String threshold);
    }

    WholeSteps(ExplanationSteps steps, GuaranteeLines guarantee) {
        this.steps = steps;
        this.guarantee = guarantee;
    }

    List<Line> lines(PotLine.OfFramework one, WholeGrant.Part part) {
        var line = one.line();
        var lines = new ArrayList<Line>();
        lines.add(steps.line(
                "per-inhabitant",
                "per-inhabitant",
                Map.of("rate", plain(part.rate()), "inhabitants", plain(part.inhabitants())),
                Ore.of(line.perInhabitantPart())));
        lines.add(steps.line(
                "equalisation",
                "equalisation",
                Map.of(
                        "need",
                        part.need().rounded(2),
                        "mean",
                        plain(part.mean()),
                        "inhabitants",
                        plain(line.inhabitants())),
                Ore.of(line.equalisation())));
        for (var added : part.added()) {
            lines.add(steps.line(
                    "addition-" + code(added.kind()),
                    "addition",
                    Map.of("source", added.source()),
                    Ore.of(added.amount())));
        }
        line.step().ifPresent(step -> {
            whole(one)
                    .map(WholeFramework::guarantee)
                    .ifPresent(
                            asked -> lines.addAll(guarantee.of(one, step, GuaranteeVariant.STATE, asked.threshold())));
            if (step.roundingInOre() != 0) {
                lines.add(steps.line("rounding-1", null, Map.of(), Ore.of(step.roundingInOre())));
            }
        });
        return lines;
    }

    private static Optional<WholeFramework> whole(PotLine.OfFramework one) {
        return Optional.ofNullable(one.pot().model().whole());
    }

    static String code(WholeGrant.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Explanation.Whole basis(PotLine.OfFramework one, WholeGrant.Part part) {
        var line = one.line();
        return new Explanation.Whole(
                plain(part.inhabitants()).toPlainString(),
                part.rate().rounded(2).toPlainString(),
                part.need().rounded(2).toPlainString(),
                line.inhabitants().signum() == 0
                        ? null
                        : part.need().over(line.inhabitants()).rounded(2).toPlainString(),
                part.mean().rounded(2).toPlainString(),
                part.added().stream()
                        .map(added -> new Explanation.Addition(code(added.kind()), added.source(), added.amount()))
                        .toList(),
                part.incorporated().orElse(null),
                part.incorporated()
                        .flatMap(kroner -> ofFramework(kroner, line.framework()))
                        .map(share -> share.rounded(8).toPlainString())
                        .orElse(null),
                line.step().map(step -> FrameworkSteps.step(one, step)).orElse(null));
    }

    /** The incorporated money as a part of the municipality's framework; empty where it has none. */
    static Optional<Fraction> ofFramework(Kroner incorporated, Kroner framework) {
        return framework.isPositive()
                ? Optional.of(Fraction.of(incorporated.value()).over(Fraction.of(framework.value())))
                : Optional.empty();
    }
}
