package no.opptrapping.grant.allocation.explanations;

import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.kroner;
import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.plain;
import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.share;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.CriterionPart;
import no.opptrapping.grant.allocation.engine.NeedPart;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;

/** From a cost key's criteria, or a need index, to kroner. */
final class KeySteps {
    private final Wording wording;
    private final ExplanationSteps steps;

    KeySteps(Wording wording) {
        this.wording = wording;
        this.steps = new ExplanationSteps(wording);
    }

    /** A line for each criterion; where there are none, one for the index. The list can be added to. */
    List<Line> lines(Kroner budget, List<CriterionPart> parts, Optional<NeedPart> need, long byKeyInOre) {
        var lines = new ArrayList<Line>();
        if (parts.isEmpty()) {
            var of = need.orElseThrow(() -> new IllegalStateException("A share without criteria and without an index"));
            lines.add(steps.line("need", "need", needs(budget, of), Ore.of(byKeyInOre)));
        }
        for (var part : parts) {
            var arguments = new HashMap<String, Object>();
            arguments.put("figures", wording.figures(part.indicator()));
            arguments.put("value", part.value());
            arguments.put("total", part.total());
            arguments.put("weight", plain(part.weightUsed()));
            arguments.put("budget", budget);
            need.ifPresent(of -> arguments.put("factor", plain(of.factor())));
            lines.add(new Line(
                    "criterion",
                    wording.text("allocation.line.criterion", arguments),
                    wording.text(
                            need.isPresent() ? "allocation.how.criterion-need" : "allocation.how.criterion", arguments),
                    Ore.of(part.contributionInOre())));
        }
        return lines;
    }

    private static Map<String, Object> needs(Kroner budget, NeedPart of) {
        return Map.of(
                "index",
                plain(of.index()),
                "inhabitants",
                plain(of.inhabitants()),
                "total",
                plain(of.total()),
                "budget",
                budget);
    }

    static List<Explanation.Criterion> criteria(List<CriterionPart> parts) {
        return parts.stream()
                .map(part -> {
                    var slash = part.indicator().lastIndexOf('/');
                    return new Explanation.Criterion(
                            part.indicator().substring(0, slash),
                            Integer.parseInt(part.indicator().substring(slash + 1)),
                            part.value().toPlainString(),
                            part.total().toPlainString(),
                            share(part.share()),
                            part.weight().toString(),
                            share(part.weightUsed()),
                            kroner(part.contributionInOre()));
                })
                .toList();
    }

    static Explanation.Need need(NeedPart part) {
        return new Explanation.Need(
                share(part.index()),
                part.imported(),
                share(part.inhabitants()),
                share(part.needs()),
                share(part.total()),
                share(part.factor()));
    }
}
