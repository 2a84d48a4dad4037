package no.opptrapping.grant.allocation.explanations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.RandomRuns;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.explanations.Explanation.Part;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.AssessedApplications.NotInRun;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Ore;
import org.junit.jupiter.api.Test;

/** Every explanation of random runs over every model leads to its amount by what it prints, to the øre. */
class ExplanationsTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 50_000) / 50;
    private static final BigDecimal AN_ORE = new BigDecimal("0.011");

    private final ExplainAllocation explainAllocation = new ExplainAllocation(new Texts());
    /** Every way to an amount; some are rare, so the runs go on until each has been met, up to a bound. */
    private static final List<String> WAYS = List.of(
            "criterion",
            "need",
            "floor",
            "cap",
            "limits",
            "rounding",
            "compensation",
            "deduction",
            "phase-in",
            "assessed",
            "cut",
            "what-was-left",
            "nothing-left",
            "below-smallest-useful",
            "position",
            "limit",
            "not-approved",
            "claim",
            "activity-cut",
            "commitment",
            "joint-award",
            "others-shares",
            "per-inhabitant",
            "equalisation",
            "addition-growth",
            "within-ceiling",
            "second-round",
            "excluded");

    private final Set<String> seen = new HashSet<>();

    @Test
    void everyExplanationLeadsToTheAmountOfItsResult() {
        System.out.println("ExplanationsTest: -Dallocation.seed=" + SEED + " -Dallocation.cases=" + CASES * 50);
        var runs = new RandomRuns(new Random(SEED));
        for (var n = 0; n < CASES || (n < 20 * CASES && !seen.containsAll(WAYS)); n++) {
            var run = runs.next();
            for (var municipality : run.inputs().municipalities()) {
                var number = new MunicipalityNumber(municipality.number());
                explainAllocation.explain(run, number, List.of()).ifPresent(explanation -> follow(run, explanation));
            }
        }
        assertThat(seen).as("every way to an amount was met").containsAll(WAYS);
    }

    private void follow(ComputedRun run, Explanation explanation) {
        var ofPots = Kroner.sum(explanation.pots().stream()
                .filter(part ->
                        !List.of("commitment", "participation", "excluded").contains(part.kind()))
                .map(Part::amount)
                .toList());
        assertThat(ofPots).isEqualTo(run.amount(explanation.number()));
        for (var part : explanation.pots()) {
            assertThat(Ore.sum(part.lines().stream().map(Line::contribution).toList()))
                    .isEqualTo(Ore.of(part.amount()));
            part.lines().forEach(line -> {
                seen.add(line.code());
                assertThat(line.label().nb()).doesNotContain("allocation.", "{");
                Optional.ofNullable(line.calculation())
                        .ifPresent(text -> assertThat(text.nn()).doesNotContain("allocation.", "{"));
            });
            Optional.ofNullable(part.byKey()).ifPresent(byKey -> byKey(part, byKey));
            Optional.ofNullable(part.byPosition()).ifPresent(of -> positions(of));
            Optional.ofNullable(part.byActivity()).ifPresent(of -> activity(part, of));
            Optional.ofNullable(part.byApplication()).ifPresent(of -> application(part, of));
            Optional.ofNullable(part.byCeiling()).ifPresent(of -> ceiling(part, of));
            Optional.ofNullable(part.incorporation()).ifPresent(step -> step(part, step));
        }
    }

    private void byKey(Part part, Explanation.ByKey byKey) {
        var budget = number(part.budget().toString());
        var need = byKey.need();
        for (var one : byKey.criteria()) {
            var contribution = over(number(one.value()), number(one.total()))
                    .multiply(number(one.weightUsed()))
                    .multiply(budget)
                    .multiply(need == null ? BigDecimal.ONE : number(need.factor()));
            near(contribution, one.contribution(), part);
        }
        if (byKey.criteria().isEmpty()) {
            near(
                    over(number(need.index()).multiply(number(need.inhabitants())), number(need.total()))
                            .multiply(budget),
                    byKey.byKey(),
                    part);
        }
        var within = number(byKey.byKey()).add(number(byKey.limits()));
        switch (byKey.bound()) {
            case "floor" ->
                assertThat(within).isEqualByComparingTo(byKey.floor().toString());
            case "cap" -> assertThat(within).isEqualByComparingTo(byKey.cap().toString());
            default -> {
                if (byKey.level() != null) {
                    near(number(byKey.share()).multiply(number(byKey.level())), within.toPlainString(), part);
                }
            }
        }
    }

    private static void ceiling(Part part, Explanation.ByCeiling of) {
        assertThat(of.first().plus(of.second())).isEqualTo(part.amount());
        assertThat(of.first()).isEqualTo(of.requested().min(of.ceiling()));
        assertThat(of.second()).isBetween(Kroner.ZERO, of.requested().minus(of.first()));
        assertThat(of.members()).isNotEmpty();
    }

    private static void positions(Explanation.ByPosition of) {
        assertThat(of.positions()).extracting(Explanation.Position::due).isEqualTo(of.due());
        of.positions()
                .forEach(one -> assertThat(number(one.rate().toString())
                                .multiply(number(one.percent()))
                                .multiply(number(one.factor()))
                                .movePointLeft(2)
                                .toBigInteger())
                        .isEqualTo(one.due().value()));
    }

    private static void activity(Part part, Explanation.ByActivity of) {
        if (of.approved()) {
            assertThat(number(of.units())
                            .multiply(number(of.unitPrice()))
                            .multiply(BigDecimal.ONE.subtract(number(of.ownShare())))
                            .toBigInteger())
                    .isEqualTo(of.claim().value());
        }
        if (of.claims().compareTo(part.budget()) > 0) {
            near(
                    over(number(of.claim() + "").multiply(number(part.budget() + "")), number(of.claims() + "")),
                    withoutRounding(part).toString(),
                    part);
        } else {
            assertThat(part.amount()).isEqualTo(of.claim());
        }
    }

    private static void application(Part part, Explanation.ByApplication of) {
        if (of.share() != null) {
            var exact = number(of.share()).signum() == 0
                    ? BigDecimal.ZERO
                    : of.level() == null
                            ? number(of.assessed() + "")
                            : number(of.share()).multiply(number(of.level())).min(number(of.assessed() + ""));
            near(exact, withoutRounding(part).toString(), part);
        }
    }

    private static Ore withoutRounding(Part part) {
        return Ore.sum(part.lines().stream()
                .filter(line -> !line.code().equals("rounding"))
                .map(Line::contribution)
                .toList());
    }

    private static void step(Part part, Explanation.Step step) {
        assertThat(Ore.of(step.framework())
                        .plus(step.compensation())
                        .minus(step.deduction())
                        .plus(step.phaseIn())
                        .plus(step.rounding()))
                .isEqualTo(Ore.of(step.after()));
        assertThat(Math.abs(step.rounding().value()))
                .as("rounding hides nothing else: " + part)
                .isLessThanOrEqualTo(part.unit() * 100L + 1);
        if (!step.phaseIn().isZero()) {
            assertThat(step.compensation()).isEqualTo(Ore.ZERO);
            assertThat(step.deduction()).isEqualTo(Ore.ZERO);
        }
        assertThat(step.after()).isEqualTo(part.amount());
    }

    @Test
    void anExplanationThatDoesNotAddUpCannotBeMade() {
        var text = new LocalisedText("a", "b", "c");
        var line = new Line("assessed", text, null, Ore.of(1999));
        assertThatThrownBy(() -> part(Kroner.of(20), line)).isInstanceOf(IllegalArgumentException.class);
        var part = part(Kroner.of(20), line, new Line("rounding", text, null, Ore.of(1)));
        assertThatThrownBy(() -> new Explanation(
                        new RunId(new UUID(0, 1)), new MunicipalityNumber("1101"), "A", Kroner.of(21), List.of(part)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Part part(Kroner amount, Line... lines) {
        return new Part(
                "alt",
                "application",
                amount,
                1,
                amount,
                List.of(lines),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    @Test
    void whoWasRejectedOrNotAssessedIsToldWhy() {
        var run = Stream.generate(new RandomRuns(new Random(1))::next)
                .filter(one -> one.inputs().parameters().pots().getLast().model() instanceof CallModel.Application)
                .findFirst()
                .orElseThrow();
        var explanation = explainAllocation
                .explain(
                        run,
                        new MunicipalityNumber("9999"),
                        List.of(
                                new NotInRun(
                                        new ApplicationId(new UUID(9, 1)),
                                        "A0000098",
                                        Kroner.of(1000),
                                        Optional.of("Utenfor formålet")),
                                new NotInRun(
                                        new ApplicationId(new UUID(9, 2)),
                                        "A0000099",
                                        Kroner.of(500),
                                        Optional.empty())))
                .orElseThrow();
        assertThat(explanation.amount()).isEqualTo(Kroner.ZERO);
        assertThat(explanation.pots()).extracting(Part::kind).containsExactly("rejected", "unassessed");
        assertThat(explanation.pots().getFirst().sentences().getFirst().en()).contains("Utenfor formålet");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal over(BigDecimal number, BigDecimal by) {
        return number.divide(by, MathContext.DECIMAL128);
    }

    private static void near(BigDecimal recomputed, String printed, Object what) {
        assertThat(recomputed.subtract(number(printed)).abs())
                .as(recomputed + " is " + printed + " to the øre: " + what)
                .isLessThanOrEqualTo(AN_ORE);
    }
}
