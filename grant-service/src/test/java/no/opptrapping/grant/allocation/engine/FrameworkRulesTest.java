package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.allocated;
import static no.opptrapping.grant.allocation.engine.Golden.faults;
import static no.opptrapping.grant.allocation.engine.Golden.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation.Direction;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The framework grant and the step to it: the parts of an amount, and everything that can stand in the way. */
class FrameworkRulesTest {
    private static final Key.CostKey KEY = new Key.CostKey(List.of(new Criterion("c", Decimal.ONE)), false);
    private static final List<Row> ROWS = List.of(row("0301", "60", 50), row("1103", "40", 50));

    private static Row row(String number, @Nullable String inhabitants, long value) {
        return new Row(
                recipient(number),
                inhabitants == null ? null : Decimal.of(inhabitants),
                Map.of("c", Decimal.of(value)));
    }

    private static Outcome<FrameworkGrant.FrameworkDivision> divide(
            Key key, List<Row> rows, @Nullable Incorporation step, long budget) {
        return new FrameworkGrant(key, rows, 1, Optional.ofNullable(step)).divide(Kroner.of(budget));
    }

    private static List<String> broken(Key key, List<Row> rows, @Nullable Incorporation step) {
        return faults(divide(key, rows, step, 1_000)).stream()
                .map(fault -> fault.broken().code() + " " + fault.pointer())
                .toList();
    }

    private static Incorporation step(Method method, Object... before) {
        var amounts = new HashMap<Recipient, Kroner>();
        for (var i = 0; i < before.length; i += 2) {
            amounts.put(recipient((String) before[i]), Kroner.of((long) before[i + 1]));
        }
        return new Incorporation(amounts, method);
    }

    @Test
    void anAmountIsThePartPerInhabitantAndTheEqualisationAndItsExplanationAddsUp() {
        var division = allocated(divide(KEY, ROWS, null, 1_001));
        assertThat(division.lines()).extracting(FrameworkLine::amount).containsExactly(Kroner.of(501), Kroner.of(500));
        var oslo = division.lines().getFirst();
        assertThat(oslo.perInhabitantPart()).isEqualTo(Kroner.of(601));
        assertThat(oslo.equalisation()).isEqualTo(Kroner.of(-100));
        assertThat(oslo.needIndex()).contains(Fraction.of(5, 6));
        assertThat(oslo.byKeyInOre()).isEqualTo(50_050);
        assertThat(oslo.roundingInOre()).isEqualTo(50);
        assertThat(division.framework()).isEqualTo(Kroner.of(1_001));
        assertThat(division.factor()).isEqualTo(Fraction.of(1));
        assertThat(division.nationalChange()).isEmpty();
    }

    @Test
    void whoHasNoInhabitantsHasNoNeedIndexAndCannotTakeAStep() {
        var empty = List.of(row("0301", "60", 50), row("1103", "0", 50));
        assertThat(allocated(divide(KEY, empty, null, 1_000)).lines().getLast().needIndex())
                .isEmpty();
        var found = faults(divide(KEY, empty, step(new Method.AtOnce()), 1_000));
        assertThat(found).singleElement().satisfies(fault -> {
            assertThat(fault.broken()).isEqualTo(AllocationRule.INHABITANTS_ABOVE_ZERO);
            assertThat(fault.arguments()).containsEntry("municipalities", List.of("1103"));
        });
        assertThat(broken(KEY, List.of(row("0301", null, 1)), step(new Method.AtOnce())))
                .containsExactly("inhabitants-known /population");
        assertThat(broken(KEY, List.of(row("0301", "-3", 1)), null))
                .containsExactly("inhabitants-not-negative /population");
        assertThat(broken(KEY, List.of(row("0301", "0", 1)), null))
                .containsExactly("inhabitants-above-zero /population");
        assertThat(broken(KEY, List.of(), null)).containsExactly("someone-to-divide-among /rows");
    }

    @Test
    void theFrameAndTheKeyAreChecked() {
        var none = new Key.CostKey(List.of(), false);
        assertThat(broken(none, ROWS, null)).containsExactly("at-least-one-criterion /weights");
        assertThat(faults(new FrameworkGrant(KEY, ROWS, 3, Optional.empty()).divide(Kroner.of(-1))))
                .extracting(fault -> fault.broken().code() + " " + fault.pointer())
                .containsExactly("budget-not-negative /budget", "unit-in-use /unit");
    }

    @Test
    void whatWasHadBeforeIsOfARecipientAndAnAmountOfThisWorld() {
        assertThat(broken(KEY, ROWS, step(new Method.AtOnce(), "0301", -1L, "1103", 10_000_000_000_001L, "9999", 5L)))
                .containsExactly(
                        "before-not-negative /before/0301",
                        "amount-in-range /before/1103",
                        "before-for-a-recipient /before/9999");
    }

    @Test
    void aThresholdIsNotNegativeAndAPhaseInYearIsOneOfItsYears() {
        assertThat(broken(KEY, ROWS, step(new Method.StateGuarantee(Decimal.of("-0.5")))))
                .containsExactly("threshold-not-negative /guarantee/threshold");
        assertThat(broken(KEY, ROWS, step(new Method.StrictGuarantee(Decimal.of("-0.5")))))
                .containsExactly("threshold-not-negative /guarantee/threshold");
        assertThat(broken(KEY, ROWS, step(new Method.PhaseIn(3, 0))))
                .containsExactly("phase-in-year-within-years /phaseIn/year");
        assertThat(broken(KEY, ROWS, step(new Method.PhaseIn(3, 4))))
                .containsExactly("phase-in-year-within-years /phaseIn/year");
    }

    @Test
    void aPhaseInEndsWithTheFrameworkAmountsAndSumsToTheYearsOwnTotal() {
        var first = allocated(divide(KEY, ROWS, step(new Method.PhaseIn(3, 1), "0301", 400L), 1_000));
        // 400 + 100/3 and 500/3: the year's total is 600, and the framework sum stays 1 000.
        assertThat(first.lines()).extracting(FrameworkLine::amount).containsExactly(Kroner.of(433), Kroner.of(167));
        assertThat(first.budget()).isEqualTo(first.sum()).isEqualTo(Kroner.of(600));
        assertThat(first.framework()).isEqualTo(Kroner.of(1_000));
        var last = allocated(divide(KEY, ROWS, step(new Method.PhaseIn(3, 3), "0301", 400L), 1_000));
        assertThat(last.lines()).extracting(FrameworkLine::amount).containsExactly(Kroner.of(500), Kroner.of(500));
        assertThat(last.budget()).isEqualTo(Kroner.of(1_000));
    }

    /** The year's total is what is divided, whether the new sum is larger or smaller than the one before. */
    @Test
    void aPhaseInToAnotherSumDividesTheYearsTotalInEveryYear() {
        for (var before : List.of(400L, 2_000L)) {
            for (var year = 1; year <= 3; year++) {
                var model = new FrameworkGrant(
                        KEY, ROWS, 1, Optional.of(step(new Method.PhaseIn(3, year), "0301", before)));
                var result = new Pots(
                                Kroner.of(1_100),
                                Kroner.of(100),
                                List.of(new Pots.Pot("all", new Pots.Part.Sum(Kroner.of(1_000)), model, false)))
                        .divide();
                assertThat(result).isInstanceOf(Pots.Result.Allocated.class);
                var total = Kroner.of(before + Math.floorDiv((1_000 - before) * year, 3));
                var allocated = (Pots.Result.Allocated) result;
                assertThat(allocated.available()).isEqualTo(total);
                assertThat(allocated.sum()).isEqualTo(total);
                assertThat(allocated.undistributed()).isEqualTo(Kroner.ZERO);
            }
        }
    }

    @Test
    void aStrictGuaranteeThatCannotBeKeptIsRefusedWithBothSums() {
        // 600 and nothing become 50 and 50: the change is -5 each, so 0301 is promised 600 - 60 * 5.
        var method = new Method.StrictGuarantee(Decimal.ZERO);
        var found = faults(divide(KEY, ROWS, step(method, "0301", 600L), 100));
        assertThat(found).singleElement().satisfies(fault -> {
            assertThat(fault.broken()).isEqualTo(AllocationRule.GUARANTEE_WITHIN_FRAMEWORK_SUM);
            assertThat(fault.arguments()).containsEntry("guaranteed", "300").containsEntry("framework", Kroner.of(100));
        });
        // With the same before and after for all, what is promised is just what there is.
        var just = allocated(divide(KEY, ROWS, step(method, "0301", 700L, "1103", 300L), 1_000));
        assertThat(just.lines()).extracting(FrameworkLine::amount).containsExactly(Kroner.of(700), Kroner.of(300));
    }

    @Test
    void theStepIsToldPerInhabitantWithWhoReceivesAndWhoPays() {
        var division =
                allocated(divide(KEY, ROWS, step(new Method.StateGuarantee(Decimal.of(1)), "0301", 900L), 1_000));
        assertThat(division.nationalChange()).contains(Fraction.of(1));
        var oslo = division.lines().getFirst().step().orElseThrow();
        // 0301 falls by 400 where it may fall by nothing: 400 compensated, 4 per inhabitant deducted from all.
        assertThat(oslo.compensation()).isEqualTo(Fraction.of(400));
        assertThat(division.deductionPerInhabitant()).isEqualTo(Fraction.of(4));
        assertThat(oslo.after()).isEqualTo(Kroner.of(660));
        assertThat(oslo.change()).isEqualTo(Kroner.of(-240));
        assertThat(oslo.changePerInhabitant()).isEqualTo(Fraction.of(-4));
        assertThat(oslo.direction()).isEqualTo(Direction.RECEIVES);
        assertThat(oslo.compensationInOre()).isEqualTo(40_000);
        assertThat(oslo.deductionInOre()).isEqualTo(24_000);
        var stavanger = division.lines().getLast().step().orElseThrow();
        assertThat(stavanger.direction()).isEqualTo(Direction.PAYS);
        assertThat(stavanger.compensationInOre()).isZero();
        assertThat(stavanger.deductionInOre()).isEqualTo(16_000);
    }

    @Test
    void importedIndicesThatCannotBeUsedAreNamedOneByOne() {
        var indices = Map.of(recipient("0301"), Decimal.of("-0.5"), recipient("9999"), Decimal.of("-1"));
        assertThat(broken(new Key.ImportedIndices(indices, new Key.WhenMissing.Refuse(), Optional.empty()), ROWS, null))
                .containsExactly(
                        "index-known /indices/values/1103",
                        "index-not-negative /indices/values/0301",
                        "index-not-negative /indices/values/9999");
        var zeros = Map.of(recipient("0301"), Decimal.ZERO, recipient("1103"), Decimal.ZERO);
        assertThat(broken(new Key.ImportedIndices(zeros, new Key.WhenMissing.Refuse(), Optional.empty()), ROWS, null))
                .containsExactly("index-total-above-zero /indices/values");
        var own = new Key.WhenMissing.UseOwnKey(new Key.CostKey(List.of(), false));
        assertThat(broken(new Key.ImportedIndices(zeros, own, Optional.empty()), ROWS, null))
                .containsExactly("at-least-one-criterion /ownKey/weights");
        var nobody = List.of(row("0301", "0", 1), row("1103", "0", 1));
        assertThat(broken(new Key.ImportedIndices(zeros, new Key.WhenMissing.Refuse(), Optional.empty()), nobody, null))
                .containsExactly("inhabitants-above-zero /population");
    }

    @Test
    void theFactorTurnsImportedIndicesIntoOnesWhoseMeanIsOne() {
        var indices = Map.of(recipient("0301"), Decimal.of(1), recipient("1103"), Decimal.of(2));
        var key = new Key.ImportedIndices(indices, new Key.WhenMissing.Refuse(), Optional.empty());
        var division = allocated(divide(key, ROWS, null, 1_400));
        // 60 * 1 + 40 * 2 is 140 for 100 inhabitants.
        assertThat(division.factor()).isEqualTo(Fraction.of(5, 7));
        assertThat(division.lines()).extracting(FrameworkLine::amount).containsExactly(Kroner.of(600), Kroner.of(800));
        assertThat(division.lines())
                .extracting(line -> line.needIndex().orElseThrow().toString())
                .containsExactly("5/7", "10/7");
    }

    @Test
    void aMeanThatIsJustAsFarFromOneAsToleratedIsAccepted() {
        var indices = Map.of(recipient("0301"), Decimal.of("1"), recipient("1103"), Decimal.of("1.05"));
        var key = new Key.ImportedIndices(indices, new Key.WhenMissing.Refuse(), Optional.of(Decimal.of("0.02")));
        assertThat(divide(key, ROWS, null, 100)).isInstanceOf(Outcome.Allocated.class);
        var less = new Key.ImportedIndices(indices, new Key.WhenMissing.Refuse(), Optional.of(Decimal.of("0.0199")));
        assertThat(broken(less, ROWS, null)).containsExactly("index-mean-within-tolerance /indices/tolerance");
    }

    @Test
    void anExcludedMunicipalityMayHaveHadNothing() {
        var key = new Key.ImportedIndices(
                Map.of(recipient("0301"), Decimal.ONE), new Key.WhenMissing.Exclude(), Optional.empty());
        var division = allocated(divide(key, ROWS, step(new Method.AtOnce(), "1103", 0L), 1_000));
        assertThat(division.excluded()).containsExactly(recipient("1103"));
        assertThat(division.sum()).isEqualTo(Kroner.of(1_000));
    }
}
