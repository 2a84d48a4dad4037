package no.opptrapping.grant.allocation.explanations;

import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.ore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityDivision;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityLine;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;

/** The steps to an amount by activity: the claim, and what a budget that was too small took of it. */
final class ActivitySteps {
    private final ExplanationSteps steps;

    ActivitySteps(Wording wording) {
        this.steps = new ExplanationSteps(wording);
    }

    List<Line> lines(ComputedRun run, PotLine.OfActivity one) {
        var line = one.line();
        if (!line.approved()) {
            return List.of(steps.line(
                    "not-approved", null, Map.of("units", line.units().value()), Ore.ZERO));
        }
        var lines = new ArrayList<Line>();
        lines.add(steps.line(
                "claim",
                "claim",
                Map.of(
                        "units",
                        line.units().value(),
                        "unitPrice",
                        new BigDecimal(one.model().unitPrice()),
                        "ownShare",
                        new BigDecimal(one.model().ownShare())),
                Ore.of(line.claim())));
        var exact = ore(line.exact());
        var cut = exact.minus(Ore.of(line.claim()));
        if (!cut.isZero()) {
            lines.add(steps.line(
                    "activity-cut",
                    "activity-cut",
                    Map.of(
                            "claim",
                            line.claim(),
                            "claims",
                            claims(one.division()),
                            "budget",
                            one.division().budget(),
                            "unitPriceUsed",
                            unitPriceUsed(one.division())),
                    cut));
        }
        lines.addAll(steps.rounding(run, Ore.of(line.amount()).minus(exact)));
        return lines;
    }

    static Explanation.ByActivity basis(PotLine.OfActivity one) {
        var line = one.line();
        return new Explanation.ByActivity(
                line.units().toString(),
                one.model().unitPrice(),
                one.model().ownShare(),
                line.approved(),
                line.claim(),
                claims(one.division()),
                unitPriceUsed(one.division()).toPlainString());
    }

    private static Kroner claims(ActivityDivision division) {
        return Kroner.sum(division.lines().stream().map(ActivityLine::claim).toList());
    }

    private static BigDecimal unitPriceUsed(ActivityDivision division) {
        return division.unitPriceUsed().rounded(ExplanationSteps.LEVEL_DECIMALS);
    }
}
