package no.opptrapping.grant.allocation.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import no.opptrapping.grant.allocation.RandomRuns;
import no.opptrapping.grant.allocation.SampleRuns;
import no.opptrapping.grant.allocation.explanations.ExplainAllocation;
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

    @Test
    void randomAssumptionsGiveWhatTheWholeEngineGives() {
        System.out.println("WhatIfTest: -Dallocation.seed=" + SEED);
        var random = new Random(SEED);
        var runs = new RandomRuns(random);
        var answered = 0;
        for (var n = 0; n < CASES; n++) {
            var run = runs.next();
            var inputs = run.inputs();
            var one = inputs.municipalities()
                    .get(random.nextInt(inputs.municipalities().size()));
            var people = random.nextBoolean() ? Optional.of(Integer.toString(1 + random.nextInt(20_000))) : null;
            var values = new HashMap<>(one.values());
            var assumed = new HashMap<String, String>();
            var last = inputs.parameters().pots().getLast();
            var divided = inputs.budget() - inputs.committed().value() + random.nextInt(90_000);
            if (people != null) {
                values.put("population/2024", people.get());
            }
            var assumptions = new Assumptions(
                    new MunicipalityNumber(one.number()),
                    people == null ? Optional.empty() : people,
                    assumed,
                    Optional.of(Long.toString(divided)));
            var changed = new RunInputs.Municipality(
                    one.id(), one.number(), one.name(), people == null ? one.inhabitants() : people.get(), values);
            var others = new ArrayList<>(inputs.municipalities());
            others.replaceAll(each -> each.number().equals(one.number()) ? changed : each);
            var expected = RandomRuns.computed(new RunInputs(
                    inputs.engineVersion(),
                    inputs.parameters(),
                    divided + inputs.committed().value(),
                    inputs.indicators(),
                    others,
                    inputs.applications(),
                    inputs.before(),
                    inputs.eligible(),
                    inputs.approved(),
                    inputs.commitments(),
                    inputs.groupings()));
            switch (askWhatIf.answer(run, assumptions)) {
                case AskWhatIf.Outcome.Answered(var answer) -> {
                    answered++;
                    assertThat(answer.then())
                            .usingRecursiveComparison()
                            .isEqualTo(explainAllocation
                                    .explain(expected.orElseThrow(), assumptions.number(), List.of())
                                    .orElse(answer.then()));
                }
                case AskWhatIf.Outcome.Rejected(var broken) -> {
                    if (inputs.parameters().pots().stream()
                            .allMatch(pot -> !(pot.model() instanceof CallModel)
                                    && !(pot.model() instanceof PotModel.Activity))) {
                        assertThat(expected).as(broken + " of " + last).isEmpty();
                    }
                }
                default -> throw new AssertionError("Neither answered nor refused");
            }
        }
        assertThat(answered).isGreaterThan(CASES / 4);
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
