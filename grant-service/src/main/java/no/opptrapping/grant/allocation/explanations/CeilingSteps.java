package no.opptrapping.grant.allocation.explanations;

import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.ore;
import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.plain;
import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.platform.values.Ore;

/** The steps to a request within a computed ceiling: what is within it, and what the second round adds. */
final class CeilingSteps {
    private final ExplanationSteps steps;

    CeilingSteps(Wording wording) {
        this.steps = new ExplanationSteps(wording);
    }

    List<Line> lines(ComputedRun run, PotLine.OfCeiling one) {
        var line = one.line();
        var lines = new ArrayList<Line>();
        lines.add(steps.line(
                "within-ceiling",
                one.division().told() ? "within-told-ceiling" : "within-ceiling",
                Map.of(
                        "requested",
                        line.asked(),
                        "ceiling",
                        line.ceiling(),
                        "share",
                        plain(line.share()),
                        "budget",
                        one.division().budget()),
                Ore.of(line.first())));
        if (line.asked().compareTo(line.ceiling()) > 0) {
            var exact = ore(line.exact());
            lines.add(steps.line(
                    "second-round",
                    "second-round",
                    Map.of("left", one.division().left(), "most", line.asked().minus(line.ceiling())),
                    exact));
            lines.addAll(steps.rounding(run, Ore.of(line.second()).minus(exact)));
        }
        return lines;
    }

    static Explanation.ByCeiling basis(PotLine.OfCeiling one) {
        var line = one.line();
        return new Explanation.ByCeiling(
                KeySteps.criteria(line.parts()),
                share(line.share()),
                line.ceiling(),
                line.asked(),
                line.first(),
                line.second(),
                one.division().left(),
                line.of().stream().map(Recipient::number).toList());
    }
}
