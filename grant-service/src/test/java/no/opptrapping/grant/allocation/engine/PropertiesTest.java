package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.allocated;
import static no.opptrapping.grant.allocation.engine.Golden.faults;
import static no.opptrapping.grant.allocation.engine.Golden.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.ActivityBased.Activity;
import no.opptrapping.grant.allocation.engine.ByApplication.Application;
import no.opptrapping.grant.allocation.engine.ByApplication.Order;
import no.opptrapping.grant.allocation.engine.ByApplication.Rule;
import no.opptrapping.grant.allocation.engine.ByApplication.TieRule;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** What must hold of every division, and what happens at the edges of what can be asked for. */
class PropertiesTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final Key.CostKey KEY = new Key.CostKey(List.of(new Criterion("c", Decimal.ONE)), false);

    private final Random random = new Random(SEED);

    PropertiesTest() {
        System.out.println("PropertiesTest: -Dallocation.seed=" + SEED);
    }

    private static List<Row> rows(long... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Row(
                        Recipient.of(new MunicipalityNumber("%04d".formatted(1000 + i))),
                        Decimal.of(10),
                        Map.of("c", Decimal.of(values[i]))))
                .toList();
    }

    private static List<Long> divided(List<Row> rows, long budget, long unit) {
        return allocated(new ObjectiveCriteria(KEY, rows, new Limit.None(), new Limit.None(), unit)
                        .divide(Kroner.of(budget)))
                .lines()
                .stream()
                .map(line -> line.amount().value())
                .toList();
    }

    @Test
    void oneMoreUnitForAllCanBeOneUnitLessForOne() {
        assertThat(divided(rows(6, 6, 2), 10, 1)).containsExactly(4L, 4L, 2L);
        assertThat(divided(rows(6, 6, 2), 11, 1)).containsExactly(5L, 5L, 1L);
    }

    @Test
    void beforeRoundingNobodyLosesByALargerBudget() {
        for (var n = 0; n < 2_000; n++) {
            var rows = rows(random.longs(5, 1, 100).toArray());
            var floor = random.nextInt(20);
            var cap = floor + random.nextInt(60);
            var budget = floor * 5L + random.nextInt(200);
            var model = new ObjectiveCriteria(
                    KEY, rows, new Limit.SameForAll(Kroner.of(floor)), new Limit.SameForAll(Kroner.of(cap)), 1);
            var less = allocated(model.divide(Kroner.of(budget))).lines();
            var more = allocated(model.divide(Kroner.of(budget + 1 + random.nextInt(9))))
                    .lines();
            for (var i = 0; i < less.size(); i++) {
                assertThat(more.get(i).exact())
                        .isGreaterThanOrEqualTo(less.get(i).exact());
                assertThat(less.get(i).exact()).isBetween(Fraction.of(floor), Fraction.of(cap));
            }
        }
    }

    @Test
    void rankedAmountsGrowWithTheBudget() {
        for (var n = 0; n < 2_000; n++) {
            var applications = IntStream.range(0, 5)
                    .mapToObj(i -> application(i, random.nextInt(100), 1 + random.nextInt(5)))
                    .toList();
            var model = new ByApplication(new Rule.Ranked(Order.RANK, TieRule.NONE), applications, 1);
            var budget = random.nextInt(400);
            var less = allocated(model.divide(Kroner.of(budget))).lines();
            var more = allocated(model.divide(Kroner.of(budget + 1))).lines();
            for (var i = 0; i < less.size(); i++) {
                assertThat(more.get(i).amount())
                        .isGreaterThanOrEqualTo(less.get(i).amount());
            }
        }
    }

    private static Application application(int index, long assessed, int rank) {
        return new Application(
                Recipient.of(new MunicipalityNumber("%04d".formatted(1000 + index))),
                Kroner.of(assessed),
                Kroner.of(assessed),
                Optional.of(rank),
                Optional.empty(),
                Kroner.ZERO,
                Optional.empty());
    }

    @Test
    void aStrictGuaranteeIsKeptBeforeRoundingAndToLessThanAUnitAfter() {
        for (var n = 0; n < 2_000; n++) {
            var before = random.longs(5, 0, 900).toArray();
            var after = random.longs(5, 0, 900).toArray();
            var threshold = Decimal.of(random.nextInt(60));
            var population = new Population(rows(1, 1, 1, 1, 1), new Faults());
            var steps = new IncorporationSteps(before, after, population, 1);
            if (steps.guaranteed(threshold).compareTo(Fraction.of(sum(after))) > 0) {
                continue;
            }
            var taken = steps.take(new Method.StrictGuarantee(threshold)).steps();
            var change = Fraction.of(sum(after) - sum(before), 50).minus(threshold.toFraction());
            for (var i = 0; i < taken.size(); i++) {
                var least = Fraction.of(before[i]).plus(change.times(Fraction.of(10)));
                assertThat(taken.get(i).exact()).isGreaterThanOrEqualTo(least);
                assertThat(Fraction.of(taken.get(i).after().value() + 1)).isGreaterThan(least);
                assertThat(taken.get(i).after().isNegative()).isFalse();
            }
            assertThat(Kroner.sum(taken.stream().map(Incorporation.Step::net).toList()))
                    .isEqualTo(Kroner.ZERO);
        }
    }

    private static long sum(long[] amounts) {
        return IntStream.range(0, amounts.length).mapToLong(i -> amounts[i]).sum();
    }

    @Test
    void nothingToDivideIsNothingForEverybody() {
        assertThat(divided(rows(1, 2, 3), 0, 1000)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void aloneAMunicipalityGetsAllThatWholeUnitsMake() {
        assertThat(divided(rows(7), 12_345, 100)).containsExactly(12_300L);
    }

    @Test
    void aUnitLargerThanTheBudgetLeavesAllOfItUndistributed() {
        var division = allocated(new ObjectiveCriteria(KEY, rows(1, 2), new Limit.None(), new Limit.None(), 1000)
                .divide(Kroner.of(999)));
        assertThat(division.sum()).isEqualTo(Kroner.ZERO);
        assertThat(division.undistributed()).isEqualTo(Kroner.of(999));
    }

    @Test
    void capsBelowTheBudgetLeaveTheRestUndistributed() {
        var division = allocated(
                new ObjectiveCriteria(KEY, rows(1, 2), new Limit.None(), new Limit.SameForAll(Kroner.of(300)), 100)
                        .divide(Kroner.of(1_000)));
        assertThat(division.lines()).extracting(CriteriaLine::amount).containsOnly(Kroner.of(300));
        assertThat(division.undistributed()).isEqualTo(Kroner.of(400));
    }

    @Test
    void aShareOfNothingIsTheFloorAndNoMore() {
        var division = allocated(
                new ObjectiveCriteria(KEY, rows(0, 2), new Limit.SameForAll(Kroner.of(100)), new Limit.None(), 100)
                        .divide(Kroner.of(1_000)));
        assertThat(division.lines()).extracting(CriteriaLine::amount).containsExactly(Kroner.of(100), Kroner.of(900));
    }

    @Test
    void everyFaultIsNamedWithItsPlace() {
        var rows = List.of(
                new Row(recipient("0301"), Decimal.of(10), Map.of("a", Decimal.of(-1))),
                new Row(recipient("1103"), Decimal.of(10), Map.of("b", Decimal.ZERO)),
                new Row(recipient("1103"), Decimal.of(10), Map.of("b", Decimal.ZERO)));
        var key = new Key.CostKey(
                List.of(
                        new Criterion("a", Decimal.of("0.5")),
                        new Criterion("b", Decimal.of("-0.2")),
                        new Criterion("a", Decimal.of("0.5"))),
                false);
        var found = faults(new ObjectiveCriteria(
                        key, rows, new Limit.SameForAll(Kroner.of(150)), new Limit.SameForAll(Kroner.of(100)), 100)
                .divide(Kroner.of(-5)));
        assertThat(found)
                .extracting(fault -> fault.broken().code() + " " + fault.pointer())
                .contains(
                        "budget-not-negative /budget",
                        "recipient-only-once /rows/2",
                        "criterion-only-once /weights/2",
                        "weight-not-negative /weights/1/weight",
                        "weights-sum-to-one /weights",
                        "value-known /weights/0",
                        "value-known /weights/1",
                        "value-not-negative /weights/0",
                        "limit-multiple-of-unit /floorPerMunicipality",
                        "floor-not-above-cap /floorPerMunicipality",
                        "floors-within-budget /floorPerMunicipality");
    }

    @Test
    void totalsOfZeroAreNamed() {
        assertThat(faults(new ObjectiveCriteria(KEY, rows(0, 0), new Limit.None(), new Limit.None(), 1)
                        .divide(Kroner.of(10))))
                .extracting(fault -> fault.broken())
                .containsExactly(AllocationRule.CRITERION_TOTAL_ABOVE_ZERO);
        var zeros = new Key.CostKey(List.of(new Criterion("c", Decimal.ZERO)), true);
        assertThat(faults(new ObjectiveCriteria(zeros, rows(1, 1), new Limit.None(), new Limit.None(), 1)
                        .divide(Kroner.of(10))))
                .extracting(fault -> fault.broken())
                .containsExactly(AllocationRule.WEIGHTS_NOT_ALL_ZERO);
        assertThat(faults(new ObjectiveCriteria(KEY, List.of(), new Limit.None(), new Limit.None(), 1)
                        .divide(Kroner.of(10))))
                .extracting(fault -> fault.broken())
                .contains(AllocationRule.SOMEONE_TO_DIVIDE_AMONG);
    }

    @Test
    void onlyApprovedUnitsCountAndTheUnitPriceIsCutToTheBudget() {
        var activities = List.of(
                new Activity(recipient("0301"), Decimal.of("10.5"), true),
                new Activity(recipient("1103"), Decimal.of(100), false),
                new Activity(recipient("4601"), Decimal.of("31.5"), true));
        var model = new ActivityBased(Decimal.of(100), Decimal.of("0.2"), activities, 1);
        var enough = allocated(model.divide(Kroner.of(10_000)));
        assertThat(enough.lines()).extracting(line -> line.amount().value()).containsExactly(840L, 0L, 2520L);
        assertThat(enough.unitPriceUsed()).hasToString("100");
        var cut = allocated(model.divide(Kroner.of(1_680)));
        assertThat(cut.lines()).extracting(line -> line.amount().value()).containsExactly(420L, 0L, 1260L);
        assertThat(cut.unitPriceUsed()).hasToString("50");
        assertThat(faults(new ActivityBased(
                                Decimal.of(-1),
                                Decimal.of(2),
                                List.of(new Activity(recipient("0301"), Decimal.of(-1), true)),
                                7)
                        .divide(Kroner.of(1))))
                .extracting(fault -> fault.pointer())
                .contains("/unitPrice", "/ownShare", "/activities/0/units", "/unit");
    }

    @Test
    void importedIndicesWhoseMeanIsTooFarFromOneAreRefused() {
        var indices = Map.of(recipient("1000"), Decimal.of("1.10"), recipient("1001"), Decimal.of("0.92"));
        assertThat(importing(indices, "0.01")).isInstanceOf(Outcome.Allocated.class);
        assertThat(faults(importing(indices, "0.009")))
                .extracting(fault -> fault.broken() + " " + fault.arguments().get("mean"))
                .containsExactly("INDEX_MEAN_WITHIN_TOLERANCE 1.01");
        var below = Map.of(recipient("1000"), Decimal.of("1.10"), recipient("1001"), Decimal.of("0.88"));
        assertThat(importing(below, "0.01")).isInstanceOf(Outcome.Allocated.class);
        assertThat(faults(importing(below, "0.0099"))).hasSize(1);
    }

    private static Outcome<?> importing(Map<Recipient, Decimal> indices, String tolerance) {
        var key = new Key.ImportedIndices(indices, new Key.WhenMissing.Refuse(), Optional.of(Decimal.of(tolerance)));
        return new FrameworkGrant(key, rows(1, 1), 1, Optional.empty()).divide(Kroner.of(100));
    }

    @Test
    void anExcludedMunicipalityMayNotHaveHadMoney() {
        var key = new Key.ImportedIndices(
                Map.of(recipient("1000"), Decimal.ONE), new Key.WhenMissing.Exclude(), Optional.empty());
        var step = new Incorporation(Map.of(recipient("1001"), Kroner.of(5)), new Method.AtOnce());
        assertThat(faults(new FrameworkGrant(key, rows(1, 1), 1, Optional.of(step)).divide(Kroner.of(100))))
                .extracting(fault -> fault.broken() + fault.pointer())
                .containsExactly("BEFORE_FOR_A_RECIPIENT/before/1001");
    }

    @Test
    void theNeedIndexOfLoerenskogIsTheWeightedSumOfItsCriteria() {
        var weights = List.of(".6227", ".2776", ".0348", ".0211", ".0219", ".0219");
        var indices = List.of("1.0405", ".9362", "1.013", ".3091", ".412", ".5183");
        var own = new HashMap<String, Decimal>();
        var others = new HashMap<String, Decimal>();
        var criteria = new ArrayList<Criterion>();
        for (var k = 0; k < weights.size(); k++) {
            var index = new BigDecimal(indices.get(k)).multiply(BigDecimal.valueOf(100));
            own.put("k" + k, new Decimal(index));
            others.put("k" + k, new Decimal(BigDecimal.valueOf(1000).subtract(index)));
            criteria.add(new Criterion("k" + k, new Decimal(new BigDecimal(weights.get(k)))));
        }
        var rows = List.of(
                new Row(recipient("3222"), Decimal.of(100), own), new Row(recipient("9999"), Decimal.of(900), others));
        var division = allocated(new FrameworkGrant(new Key.CostKey(criteria, false), rows, 1, Optional.empty())
                .divide(Kroner.of(1_000_000)));
        assertThat(division.lines().getFirst().needIndex().orElseThrow().rounded(4))
                .hasToString("0.9700");
    }
}
