package no.opptrapping.grant.allocation.explanations;

import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.kroner;
import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.plain;
import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.share;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.platform.values.Ore;

/** The steps to an amount of the framework grant: by the key, and from earmarked money with guarantee or phase-in. */
final class FrameworkSteps {
    private final ExplanationSteps steps;
    private final KeySteps key;
    private final WholeSteps whole;

    FrameworkSteps(Wording wording) {
        this.steps = new ExplanationSteps(wording);
        this.key = new KeySteps(wording);
        this.whole = new WholeSteps(steps, this::guarantee);
    }

    List<Line> lines(ComputedRun run, PotLine.OfFramework one) {
        var line = one.line();
        if (line.whole().isPresent()) {
            return whole.lines(one, line.whole().get());
        }
        var lines = key.lines(one.division().byKey(), line.parts(), line.need(), line.byKeyInOre());
        lines.addAll(steps.rounding(run, Ore.of(line.roundingInOre())));
        line.step().ifPresent(step -> {
            var guarantee = one.incorporation().guarantee();
            if (guarantee != null) {
                lines.addAll(guarantee(one, step, guarantee.variant(), guarantee.threshold()));
            }
            lines.addAll(phaseIn(one.incorporation(), step));
            lines.addAll(steps.rounding(run, Ore.of(step.roundingInOre())));
        });
        return lines;
    }

    private List<Line> phaseIn(PotModel.Incorporation model, Incorporation.Step step) {
        var phaseIn = model.phaseIn();
        return phaseIn == null
                ? List.of()
                : List.of(steps.line(
                        "phase-in",
                        "phase-in",
                        Map.of(
                                "before",
                                step.before(),
                                "framework",
                                step.framework(),
                                "year",
                                phaseIn.year(),
                                "years",
                                phaseIn.years()),
                        Ore.of(step.phaseInInOre())));
    }

    private List<Line> guarantee(
            PotLine.OfFramework one, Incorporation.Step step, GuaranteeVariant variant, String threshold) {
        var perInhabitant = one.division().deductionPerInhabitant();
        var arguments = new HashMap<String, Object>();
        arguments.put("national", plain(national(one)));
        arguments.put("threshold", new BigDecimal(threshold));
        arguments.put("inhabitants", plain(one.line().inhabitants()));
        arguments.put("before", step.before());
        arguments.put("framework", step.framework());
        arguments.put("perInhabitant", plain(perInhabitant));
        var lines = new ArrayList<Line>();
        if (step.compensationInOre() != 0) {
            lines.add(steps.line(
                    "compensation", "compensation-" + variant.code(), arguments, Ore.of(step.compensationInOre())));
        }
        if (step.deductionInOre() != 0) {
            var inFull = perInhabitant.times(one.line().inhabitants());
            lines.add(steps.line(
                    "deduction",
                    inFull.equals(step.deduction()) ? "deduction" : "deduction-limited",
                    arguments,
                    Ore.of(step.deductionInOre()).negated()));
        }
        return lines;
    }

    /** Kroner per inhabitant from before to after in the whole country; zero where there is no before. */
    private static Fraction national(PotLine.OfFramework one) {
        return one.division().nationalChange().orElse(Fraction.ZERO);
    }

    static Explanation.ByKey byKey(FrameworkLine line) {
        return new Explanation.ByKey(
                KeySteps.criteria(line.parts()),
                line.need().map(KeySteps::need).orElse(null),
                share(line.share()),
                kroner(line.byKeyInOre()),
                kroner(0),
                kroner(line.roundingInOre()),
                "none",
                null,
                null,
                null);
    }

    static Explanation.Framework parts(PotLine.OfFramework one) {
        var line = one.line();
        return new Explanation.Framework(
                new Decimal(line.inhabitants().rounded(12)).toString(),
                line.needIndex().map(index -> index.rounded(6).toPlainString()).orElse(null),
                line.perInhabitantPart(),
                line.equalisation(),
                line.framework(),
                line.whole().map(whole -> WholeSteps.basis(one, whole)).orElse(null));
    }

    static Explanation.Step step(PotLine.OfFramework one, Incorporation.Step step) {
        return new Explanation.Step(
                step.before(),
                step.framework(),
                step.after(),
                step.change(),
                step.changePerInhabitant().rounded(2).toPlainString(),
                national(one).rounded(2).toPlainString(),
                Ore.of(step.compensationInOre()),
                Ore.of(step.deductionInOre()),
                Ore.of(step.phaseInInOre()),
                Ore.of(step.roundingInOre()),
                step.net(),
                step.direction().name().toLowerCase(Locale.ROOT));
    }
}
