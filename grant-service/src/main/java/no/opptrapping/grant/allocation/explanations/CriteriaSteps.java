package no.opptrapping.grant.allocation.explanations;

import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.kroner;
import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.plain;
import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.share;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.Bound;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.ByCriteria;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;

/** The steps to an amount by objective criteria: by the key, within floor and cap, rounded. */
final class CriteriaSteps {
    private final ExplanationSteps steps;
    private final KeySteps key;

    CriteriaSteps(Wording wording) {
        this.steps = new ExplanationSteps(wording);
        this.key = new KeySteps(wording);
    }

    List<Line> lines(ComputedRun run, PotLine.OfCriteria one) {
        var line = one.line();
        var lines = key.lines(one.division().budget(), line.parts(), line.need(), line.byKeyInOre());
        if (line.limitsInOre() != 0) {
            var code =
                    line.bound() == Bound.NONE ? "limits" : line.bound().name().toLowerCase(Locale.ROOT);
            var limit = line.bound() == Bound.FLOOR ? line.floor() : line.cap().orElse(Kroner.ZERO);
            lines.add(steps.line(
                    code,
                    code,
                    Map.of(
                            "limit",
                            limit,
                            "byKey",
                            Ore.of(line.byKeyInOre()),
                            "share",
                            plain(line.share()),
                            "level",
                            level(one.division()).orElse(BigDecimal.ZERO)),
                    Ore.of(line.limitsInOre())));
        }
        lines.addAll(steps.rounding(run, Ore.of(line.roundingInOre())));
        return lines;
    }

    static Explanation.ByKey basis(PotLine.OfCriteria one) {
        var line = one.line();
        return new Explanation.ByKey(
                KeySteps.criteria(line.parts()),
                line.need().map(KeySteps::need).orElse(null),
                share(line.share()),
                kroner(line.byKeyInOre()),
                kroner(line.limitsInOre()),
                kroner(line.roundingInOre()),
                line.bound().name().toLowerCase(Locale.ROOT),
                line.floor().isZero() ? null : line.floor(),
                line.cap().orElse(null),
                line.floor().isZero() && line.cap().isEmpty()
                        ? null
                        : level(one.division()).map(BigDecimal::toPlainString).orElse(null));
    }

    /** What shares are multiplied by where neither floor nor cap decides; empty where one decides everything. */
    private static Optional<BigDecimal> level(ByCriteria division) {
        return division.lines().stream()
                .filter(line -> line.bound() == Bound.NONE && line.share().signum() > 0)
                .findFirst()
                .map(line -> line.exact().over(line.share()).rounded(ExplanationSteps.LEVEL_DECIMALS));
    }
}
