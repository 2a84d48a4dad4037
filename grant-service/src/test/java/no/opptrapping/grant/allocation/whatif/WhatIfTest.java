package no.opptrapping.grant.allocation.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import no.opptrapping.grant.allocation.RandomRuns;
import no.opptrapping.grant.allocation.SampleRuns;
import no.opptrapping.grant.allocation.explanations.ExplainAllocation;
import no.opptrapping.grant.allocation.explanations.Explanation;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** A what-if gives to the krone what the whole engine gives of the changed figures, and refuses what cannot be. */
class WhatIfTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 50_000) / 50;
    private static final MunicipalityNumber FIRST = new MunicipalityNumber("1101");
    private static final String PER_INHABITANT = "social-assistance/2024";

    private final ExplainAllocation explainAllocation = new ExplainAllocation(new Texts());
    private final AskWhatIf askWhatIf = new AskWhatIf(null, explainAllocation);

    /**
     * The worked example, 600, 300 and 100 inhabitants with the weight 0.6 and 50, 10 and 40 recipients with 0.4, without
     * its floor biting: of 2 000 000 the first has 1 120 000. With 1 600 inhabitants and 250 recipients it has
     * 0.6 × 1 600 ÷ 2 000 + 0.4 × 250 ÷ 300, 0.8133... of them: 1 500 000, because the floors of 250 000 bite for both
     * the others.
     */
    @Test
    void oneMunicipalitysOwnFiguresAndAnotherAppropriation() {
        var answer = answered(
                SampleRuns.objective(),
                new Assumptions(
                        FIRST, Optional.of("1600"), Map.of("social-assistance/2024", "250"), Optional.of("2000000")));
        assertThat(answer.now().amount()).isEqualTo(SampleRuns.objective().amount(FIRST));
        assertThat(answer.then().amount()).isEqualTo(Kroner.of(1_500_000));
        assertThat(answer.difference())
                .isEqualTo(Kroner.of(1_500_000).minus(answer.now().amount()));
        assertThat(answer.changed())
                .containsExactly(
                        new WhatIf.Changed("population", 2024, "600", "1600"),
                        new WhatIf.Changed("social-assistance", 2024, "50", "250"),
                        new WhatIf.Changed("appropriation", 0, "1000000", "2000000"));
        assertThat(answered(SampleRuns.objective(), nothing(FIRST)).difference())
                .isEqualTo(Kroner.ZERO);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var broken = rejected(
                SampleRuns.objective(),
                new Assumptions(
                        new MunicipalityNumber("9999"),
                        Optional.of("-1"),
                        Map.of("rain/2024", "5"),
                        Optional.of("0.5")));
        assertThat(broken)
                .containsExactly(
                        "query:number whatif.municipality-in-run", "query:appropriation whatif.number-in-range");
        assertThat(rejected(
                        SampleRuns.objective(),
                        new Assumptions(
                                FIRST,
                                Optional.of("10000001"),
                                Map.of("rain/2024", "5", "social-assistance/2024", "many"),
                                Optional.of("10000000000001"))))
                .containsExactly(
                        "query:population whatif.number-in-range",
                        "query:value whatif.indicator-in-run",
                        "query:value whatif.number-in-range",
                        "query:appropriation whatif.number-in-range");
    }

    @Test
    void aDivisionThatCannotBeIsRefusedWithItsReasons() {
        assertThat(rejected(
                        SampleRuns.objective(),
                        new Assumptions(FIRST, Optional.empty(), Map.of(), Optional.of("700000"))))
                .contains("/pots/0/model/floorPerMunicipality allocation.floors-within-budget");
    }

    /** 0.1, 0.05 and 0.25 of each inhabitant: 60, 15 and 25. */
    @Test
    void aFigurePerInhabitantIsAssumedAsOneAndFollowsTheInhabitants() {
        var inputs =
                perInhabitant(SampleRuns.objective().inputs(), Map.of("1101", "0.1", "1102", "0.05", "1103", "0.25"));
        var run = RandomRuns.computed(inputs).orElseThrow();

        var other = answered(
                run, new Assumptions(FIRST, Optional.of("1600"), Map.of(PER_INHABITANT, "0.2"), Optional.empty()));
        assertThat(other.changed())
                .containsExactly(
                        new WhatIf.Changed("population", 2024, "600", "1600"),
                        new WhatIf.Changed("social-assistance", 2024, "0.1", "0.2"));
        assertThat(other.then().amount()).isEqualTo(amount(with(inputs, FIRST.value(), "1600", "320")));
        var ratioAlone = answered(
                run, new Assumptions(FIRST, Optional.empty(), Map.of(PER_INHABITANT, "0.2"), Optional.empty()));
        assertThat(ratioAlone.then().amount()).isEqualTo(amount(with(inputs, FIRST.value(), "600", "120")));
        var peopleAlone = answered(run, new Assumptions(FIRST, Optional.of("1600"), Map.of(), Optional.empty()));
        assertThat(peopleAlone.then().amount()).isEqualTo(amount(with(inputs, FIRST.value(), "1600", "160")));
        assertThat(rejected(
                        run,
                        new Assumptions(
                                FIRST,
                                Optional.of("10000000"),
                                Map.of(PER_INHABITANT, "10000000000000"),
                                Optional.empty())))
                .containsExactly("query:value whatif.number-in-range");
    }

    /** The host of an award of last year, and one that has a part of it. */
    @Test
    void whatEarlierAwardsPromisedIsNotAnsweredToAnybody() {
        var sample = SampleRuns.objective().inputs();
        var host = sample.municipalities().get(0);
        var other = sample.municipalities().get(1);
        var promise = new RunInputs.Commitment(
                new UUID(3, 1).toString(),
                "76562-2024-0001",
                host.id(),
                host.number(),
                9_000,
                List.of(
                        new RunInputs.Participant(host.id(), host.number(), 6_000),
                        new RunInputs.Participant(other.id(), other.number(), 3_000)));
        var run = RandomRuns.computed(sample.over(
                        sample.parameters(),
                        sample.budget() + 9_000,
                        sample.municipalities(),
                        List.of(),
                        sample.before(),
                        null,
                        null,
                        List.of(promise)))
                .orElseThrow();
        for (var one : List.of(host, other)) {
            var answer = answered(run, nothing(new MunicipalityNumber(one.number())));
            assertThat(answer.now().pots()).extracting(Explanation.Part::kind).containsExactly("objective");
            assertThat(answer.then().pots()).extracting(Explanation.Part::kind).containsExactly("objective");
            assertThat(answer.now().amount()).isEqualTo(run.amount(new MunicipalityNumber(one.number())));
        }
    }

    @Test
    void randomAssumptionsGiveWhatTheWholeEngineGives() {
        System.out.println("WhatIfTest: -Dallocation.seed=" + SEED);
        var random = new Random(SEED);
        var runs = new RandomRuns(random);
        var answered = 0;
        var refused = 0;
        for (var n = 0; n < CASES; n++) {
            var run = random.nextBoolean() ? runs.next() : withRatios(runs.next());
            var inputs = run.inputs();
            var one = inputs.municipalities()
                    .get(random.nextInt(inputs.municipalities().size()));
            var isRatio = inputs.indicators().size() > 1;
            var people = random.nextBoolean() ? Integer.toString(1 + random.nextInt(20_000)) : one.inhabitants();
            var figure = random.nextBoolean() && uses(inputs) ? "0.0" + (1 + random.nextInt(9_999)) : null;
            var divided = inputs.budget() - inputs.committed().value() + random.nextInt(90_000);
            var product = figure != null
                    ? isRatio
                            ? new BigDecimal(figure)
                                    .multiply(new BigDecimal(people))
                                    .toPlainString()
                            : figure
                    : isRatio
                            ? RATIO.multiply(new BigDecimal(people)).toPlainString()
                            : one.values().get(PER_INHABITANT);
            var assumptions = new Assumptions(
                    new MunicipalityNumber(one.number()),
                    Optional.of(people).filter(assumed -> !assumed.equals(one.inhabitants())),
                    figure == null ? Map.of() : Map.of(PER_INHABITANT, figure),
                    Optional.of(Long.toString(divided)));
            var changed = with(inputs, one.number(), people, product);
            var expected = RandomRuns.computed(new RunInputs(
                    changed.engineVersion(),
                    changed.parameters(),
                    divided + inputs.committed().value(),
                    changed.indicators(),
                    changed.municipalities(),
                    changed.applications(),
                    changed.before(),
                    changed.eligible(),
                    changed.approved(),
                    changed.commitments(),
                    changed.groupings()));
            switch (askWhatIf.answer(run, assumptions)) {
                case AskWhatIf.Outcome.Answered(var answer) -> {
                    answered++;
                    assertThat(expected).as("Answered, but cannot be divided").isPresent();
                    var explained = explainAllocation.explainDivision(expected.orElseThrow(), assumptions.number());
                    assertThat(answer.then().amount())
                            .isEqualTo(expected.orElseThrow().amount(assumptions.number()));
                    explained.ifPresent(then ->
                            assertThat(answer.then()).usingRecursiveComparison().isEqualTo(then));
                }
                case AskWhatIf.Outcome.Rejected(var broken) -> {
                    refused++;
                    if (inputs.parameters().pots().stream()
                            .allMatch(pot -> !(pot.model() instanceof CallModel)
                                    && !(pot.model() instanceof PotModel.Activity))) {
                        assertThat(expected)
                                .as(broken + " of " + inputs.parameters().pots())
                                .isEmpty();
                    }
                }
                default -> throw new AssertionError("Neither answered nor refused");
            }
        }
        assertThat(answered).isGreaterThan(CASES / 4);
        assertThat(refused).isPositive();
    }

    private static final BigDecimal RATIO = new BigDecimal("0.0375");

    /** The run with the same figure per inhabitant for all, if it can be divided so. */
    private static ComputedRun withRatios(ComputedRun run) {
        var ratios = new HashMap<String, String>();
        run.inputs().municipalities().forEach(one -> ratios.put(one.number(), RATIO.toPlainString()));
        return RandomRuns.computed(perInhabitant(run.inputs(), ratios)).orElse(run);
    }

    private static boolean uses(RunInputs inputs) {
        return inputs.parameters().pots().stream()
                .flatMap(pot -> pot.model().weights().stream())
                .anyMatch(weight -> weight.figures().equals(PER_INHABITANT));
    }

    /** The inputs with recipients of social assistance as ratios, which a run has times the inhabitants. */
    private static RunInputs perInhabitant(RunInputs inputs, Map<String, String> ratios) {
        var people = new RunInputs.Indicator("population", 2024, "2024-01-01", 1, "persons", "Invented");
        var rows = inputs.municipalities().stream()
                .map(one -> row(
                        one,
                        one.inhabitants(),
                        new BigDecimal(ratios.get(one.number()))
                                .multiply(new BigDecimal(one.inhabitants()))
                                .stripTrailingZeros()
                                .toPlainString()))
                .toList();
        return new RunInputs(
                inputs.engineVersion(),
                inputs.parameters(),
                inputs.budget(),
                List.of(
                        people,
                        new RunInputs.Indicator(
                                "social-assistance",
                                2024,
                                "2024-01-01",
                                1,
                                "per inhabitant",
                                "Invented",
                                people.figures())),
                rows,
                inputs.applications(),
                inputs.before(),
                inputs.eligible(),
                inputs.approved(),
                inputs.commitments(),
                inputs.groupings());
    }

    /** The inputs with these figures of one municipality, written into them without the what-if. */
    private static RunInputs with(RunInputs inputs, String number, String people, String recipients) {
        return inputs.over(
                inputs.parameters(),
                inputs.budget(),
                inputs.municipalities().stream()
                        .map(one -> one.number().equals(number) ? row(one, people, recipients) : one)
                        .toList(),
                inputs.applications(),
                inputs.before(),
                inputs.eligible(),
                inputs.approved(),
                inputs.commitments());
    }

    private static RunInputs.Municipality row(RunInputs.Municipality one, String people, String recipients) {
        var values = new HashMap<>(one.values());
        values.put("population/2024", people);
        values.put(PER_INHABITANT, recipients);
        return new RunInputs.Municipality(one.id(), one.number(), one.name(), people, values);
    }

    private static Kroner amount(RunInputs inputs) {
        return RandomRuns.computed(inputs).orElseThrow().amount(FIRST);
    }

    private WhatIf answered(ComputedRun run, Assumptions assumptions) {
        return ((AskWhatIf.Outcome.Answered) askWhatIf.answer(run, assumptions)).answer();
    }

    private List<String> rejected(ComputedRun run, Assumptions assumptions) {
        return ((AskWhatIf.Outcome.Rejected) askWhatIf.answer(run, assumptions))
                .broken().stream()
                        .map(rule -> rule.pointer() + " " + rule.code())
                        .toList();
    }

    private static Assumptions nothing(MunicipalityNumber number) {
        return new Assumptions(number, Optional.empty(), Map.of(), Optional.empty());
    }
}
