package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.allocated;
import static no.opptrapping.grant.allocation.engine.Golden.faults;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Machine numbers give the exact amounts or none: when they can tell, and when they must leave it to fractions. */
class QuickCriteriaTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 50_000) / 100;
    private static final long[] UNITS = {1, 100, 1000};

    private final Random random = new Random(SEED);

    QuickCriteriaTest() {
        System.out.println("QuickCriteriaTest: -Dallocation.seed=" + SEED + " -Dallocation.cases=" + CASES * 100);
    }

    private static Row row(int index, long... values) {
        var named = new HashMap<String, Decimal>();
        for (var k = 0; k < values.length; k++) {
            named.put("c" + k, Decimal.of(values[k]));
        }
        return new Row(Recipient.of(new MunicipalityNumber("%04d".formatted(1000 + index))), null, named);
    }

    private static List<Row> rows(long... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> row(i, values[i]))
                .toList();
    }

    private static Key.CostKey key(List<String> weights, boolean normalise) {
        return new Key.CostKey(
                IntStream.range(0, weights.size())
                        .mapToObj(k -> new Criterion("c" + k, Decimal.of(weights.get(k))))
                        .toList(),
                normalise);
    }

    private static QuickCriteria quick(List<Row> rows, Key key, Limit floor, Limit cap, long unit) {
        var indicators = IntStream.range(0, rows.getFirst().values().size())
                .mapToObj(k -> "c" + k)
                .toList();
        return new QuickCriteria(
                new ObjectiveCriteria(key, rows, floor, cap, unit),
                CriteriaTable.of(rows, indicators).orElseThrow());
    }

    private static QuickCriteria quick(List<Row> rows, long floor, long cap, long unit) {
        return quick(
                rows,
                key(List.of("1"), false),
                floor == 0 ? new Limit.None() : new Limit.SameForAll(Kroner.of(floor)),
                cap == 0 ? new Limit.None() : new Limit.SameForAll(Kroner.of(cap)),
                unit);
    }

    private static long[] exact(ObjectiveCriteria model, long budget) {
        return allocated(model.divide(Kroner.of(budget))).lines().stream()
                .mapToLong(line -> line.amount().value())
                .toArray();
    }

    /** Figures of forty municipalities and three criteria, a division of them with limits, and its exact amounts. */
    private final class Sample {
        final List<Row> rows = new ArrayList<>();
        final BigInteger[] weights = new BigInteger[3];
        final ObjectiveCriteria model;
        final long[] floors = new long[40];
        final long[] caps = new long[40];
        final CertifiedFilling filling;
        final long[] exact;

        Sample(long largestValue, long budget) {
            for (var i = 0; i < 40; i++) {
                rows.add(row(i, value(largestValue), value(largestValue), value(largestValue)));
            }
            var first = 1 + random.nextInt(48);
            var texts = List.of("0.%02d".formatted(first), "0.%02d".formatted(50 - first), "0.50");
            for (var k = 0; k < 3; k++) {
                weights[k] = BigInteger.valueOf(k == 0 ? first : k == 1 ? 50 - first : 50);
            }
            var unit = UNITS[random.nextInt(3)];
            var mean = budget / 40;
            var floor = random.nextBoolean() ? 0 : (long) (mean * random.nextDouble()) / unit * unit;
            var cap = random.nextBoolean()
                    ? 0
                    : Math.max(floor, (long) (mean * (1 + random.nextDouble() * 2))) / unit * unit;
            model = quick(
                            rows,
                            key(texts, false),
                            new Limit.SameForAll(Kroner.of(floor)),
                            cap == 0 ? new Limit.None() : new Limit.SameForAll(Kroner.of(cap)),
                            unit)
                    .model();
            Arrays.fill(floors, floor);
            Arrays.fill(caps, cap);
            filling = new CertifiedFilling(
                    CriteriaTable.of(rows, List.of("c0", "c1", "c2")).orElseThrow(),
                    weights,
                    budget,
                    floor == 0 ? null : floors,
                    cap == 0 ? null : caps,
                    unit);
            exact = QuickCriteriaTest.exact(model, budget);
        }

        private long value(long largest) {
            return 1 + (long) (largest * Math.pow(random.nextDouble(), 3));
        }

        /** Whether machine numbers tell the amounts; what they tell is always right. */
        boolean isTold(long @Nullable [] amounts) {
            if (amounts != null) {
                assertThat(amounts).as("%s", model).isEqualTo(exact);
            }
            return amounts != null;
        }
    }

    @Test
    void grantsOfTheSizeThatThereAreAreToldBySingleWords() {
        var single = 0;
        var doubles = 0;
        for (var n = 0; n < CASES; n++) {
            var sample = new Sample(100_000, 400_000_000 + random.nextInt(100_000_000));
            single += sample.isTold(sample.filling.inSingleWords()) ? 1 : 0;
            doubles += sample.isTold(sample.filling.inDoubleWords()) ? 1 : 0;
            assertThat(sample.isTold(sample.filling.amounts())).isEqualTo(sample.filling.inDoubleWords() != null);
        }
        assertThat(single).as("of %d in single words", CASES).isGreaterThanOrEqualTo(CASES * 98 / 100);
        assertThat(doubles).as("of %d in double words", CASES).isGreaterThanOrEqualTo(CASES * 98 / 100);
    }

    @Test
    void theLargestFiguresNeedDoubleWords() {
        var told = 0;
        for (var n = 0; n < CASES / 4; n++) {
            var sample = new Sample(1_000_000_000_000L, 9_000_000_000_000L + random.nextInt(1_000_000_000));
            assertThat(sample.filling.inSingleWords()).isNull();
            told += sample.isTold(sample.filling.amounts()) ? 1 : 0;
        }
        assertThat(told).as("of %d", CASES / 4).isGreaterThanOrEqualTo(CASES / 4 * 9 / 10);
    }

    @Test
    void aTieIsLeftToTheRuleForTies() {
        var twins = quick(rows(5, 5, 1), 0, 0, 1);
        assertThat(twins.quick(Kroner.of(12))).isNull();
        assertThat(exact(twins.model(), 12)).containsExactly(6, 5, 1);
        var amounts = (Amounts) allocated(twins.divide(Kroner.of(12)));
        assertThat(amounts.certified()).isFalse();
        assertThat(amounts.lines())
                .extracting(Amounts.Amount::amount)
                .containsExactly(Kroner.of(6), Kroner.of(5), Kroner.of(1));
    }

    @Test
    void anAmountThatIsWholeIsLeftToTheExactModelAsItCannotBeToldFromOneJustBelow() {
        assertThat(quick(rows(1, 2), 0, 0, 1).quick(Kroner.of(300))).isNull();
        assertThat(quick(rows(1, 2), 0, 0, 1).quick(Kroner.of(301))).containsExactly(100, 201);
    }

    @Test
    void whoHasNothingOfAnyCriterionGetsItsFloorAndNoUnit() {
        assertThat(quick(rows(0, 1, 2), 0, 0, 1).quick(Kroner.of(100))).containsExactly(0, 33, 67);
        assertThat(quick(rows(0, 1, 2), 10, 0, 1).quick(Kroner.of(101))).containsExactly(10, 30, 61);
        assertThat(quick(rows(0, 1, 2, 5), 0, 40, 1).quick(Kroner.of(81))).containsExactly(0, 14, 27, 40);
    }

    @Test
    void whatIsLessThanAUnitStaysUndistributed() {
        var model = quick(rows(3, 4), 0, 100, 100);
        assertThat(model.quick(Kroner.of(190)))
                .isEqualTo(exact(model.model(), 190))
                .containsExactly(0, 100);
        assertThat(allocated(model.divide(Kroner.of(190))).undistributed()).isEqualTo(Kroner.of(90));
    }

    @Test
    void everybodyAtTheCapLeavesTheRestUndistributed() {
        var model = quick(rows(3, 4), 0, 100, 1);
        assertThat(amounts(model, 1_000)).containsExactly(100, 100);
        assertThat(allocated(model.divide(Kroner.of(1_000))).undistributed()).isEqualTo(Kroner.of(800));
    }

    private static long[] amounts(QuickCriteria model, long budget) {
        return allocated(model.divide(Kroner.of(budget))).lines().stream()
                .mapToLong(line -> line.amount().value())
                .toArray();
    }

    @Test
    void floorsMayUseUpTheBudgetAndACapMayBeAsLowAsTheFloor() {
        assertThat(amounts(quick(rows(1, 2), 50, 0, 1), 100)).containsExactly(50, 50);
        assertThat(amounts(quick(rows(1, 2), 50, 50, 1), 120)).containsExactly(50, 50);
    }

    @Test
    void whatCannotBeDividedIsRefusedAsTheExactModelRefusesIt() {
        assertSameFaults(quick(rows(1, 2), 51, 0, 1), 101);
        assertSameFaults(quick(rows(1, 2), 60, 50, 1), 200);
        assertSameFaults(quick(rows(1, 2), 50, 0, 100), 200);
        assertSameFaults(quick(rows(1, 2), -1, 0, 1), 200);
        assertSameFaults(quick(rows(1, 2), 0, 0, 7), 200);
        assertSameFaults(quick(rows(1, 2), 0, 0, 1), -1);
        assertSameFaults(quick(rows(1, 2), 0, 0, 1), 10_000_000_000_001L);
        assertSameFaults(quick(rows(1, 2), 10_000_000_000_001L, 0, 1), 10_000_000_000_000L);
        for (var weights : List.of(List.of("0.5", "0.4"), List.of("1.5", "-0.5"), List.of("0.6", "0.6"))) {
            var model = quick(List.of(row(0, 1, 2), row(1, 2, 2)), key(weights, false), none(), none(), 1);
            assertSameFaults(model, 200);
        }
        var zeros = quick(List.of(row(0, 1, 2), row(1, 2, 2)), key(List.of("0", "0"), true), none(), none(), 1);
        assertSameFaults(zeros, 200);
    }

    private static Limit none() {
        return new Limit.None();
    }

    private static void assertSameFaults(QuickCriteria model, long budget) {
        assertThat(faults(model.divide(Kroner.of(budget))))
                .isNotEmpty()
                .isEqualTo(faults(model.model().divide(Kroner.of(budget))));
    }

    @Test
    void theLargestBudgetAndNothingAreDividedToo() {
        assertThat(quick(rows(1, 2), 0, 0, 1000).quick(Faults.LARGEST_AMOUNT))
                .containsExactly(3_333_333_333_000L, 6_666_666_667_000L);
        assertThat(amounts(quick(rows(1, 2), 0, 0, 1), 0)).containsExactly(0, 0);
    }

    @Test
    void weightsThatAreToBeNormalisedAreDividedByTheirSum() {
        var rows = List.of(row(0, 1, 2), row(1, 2, 3));
        var normalised = quick(rows, key(List.of("1.2", "0.6"), true), none(), none(), 1);
        // 2/3 of 1/3 and 1/3 of 2/5 make 16/45
        assertThat(normalised.quick(Kroner.of(1_000))).containsExactly(356, 644);
    }

    @Test
    void limitsThatDifferAndImportedNeedAreForTheExactModel() {
        var rows = rows(1, 2);
        var own = key(List.of("1"), false);
        var one = rows.getFirst().recipient();
        var each = new Limit.PerMunicipality(Map.of(one, Kroner.of(50)));
        assertThat(quick(rows, own, each, none(), 1).quick(Kroner.of(100))).isNull();
        assertThat(quick(rows, own, none(), each, 1).quick(Kroner.of(100))).isNull();
        assertThat(amounts(quick(rows, own, each, none(), 1), 100)).containsExactly(50, 50);
        assertThat(amounts(quick(rows, own, none(), new Limit.PerMunicipality(Map.of(one, Kroner.of(20))), 1), 100))
                .containsExactly(20, 80);
        var imported = new Key.ImportedIndices(Map.of(), new Key.WhenMissing.UseOwnKey(own), Optional.empty());
        assertThat(quick(rows, imported, none(), none(), 1).quick(Kroner.of(100)))
                .isNull();
    }

    @Test
    void aTableOfOtherFiguresIsNotUsed() {
        var rows = List.of(row(0, 1, 2), row(1, 3, 1));
        var model = new ObjectiveCriteria(key(List.of("0.5", "0.5"), false), rows, none(), none(), 1);
        for (var indicators : List.of(List.of("c1", "c0"), List.of("c0"), List.of("c0", "c0"))) {
            var table = CriteriaTable.of(rows, indicators).orElseThrow();
            assertThat(new QuickCriteria(model, table).quick(Kroner.of(101))).isNull();
        }
        var table = CriteriaTable.of(rows, List.of("c0", "c1")).orElseThrow();
        assertThat(new QuickCriteria(model, table).quick(Kroner.of(101))).isNotNull();
        assertThat(new QuickCriteria(model, table).recipients()).isEqualTo(model.recipients());
    }

    @Test
    void aTableIsReadOnlyOfCompletePositiveFiguresThatFitInIt() {
        assertThat(CriteriaTable.of(rows(1, 2), List.of("c1"))).isEmpty();
        assertThat(CriteriaTable.of(rows(1, -2), List.of("c0"))).isEmpty();
        assertThat(CriteriaTable.of(rows(0, 0), List.of("c0"))).isEmpty();
        assertThat(CriteriaTable.of(rows(1, 2), List.of())).isEmpty();
        assertThat(CriteriaTable.of(List.of(), List.of("c0"))).isEmpty();
        assertThat(CriteriaTable.of(rows(1L << 45, (1L << 45) - 1), List.of("c0")))
                .isPresent();
        assertThat(CriteriaTable.of(rows(1L << 45, 1L << 45), List.of("c0"))).isEmpty();
        var table = CriteriaTable.of(List.of(row(1, 5, 7), row(0, 2, 1)), List.of("c0", "c1"))
                .orElseThrow();
        assertThat(table.values()).as("in the recipients' order").containsExactly(2, 1, 5, 7);
        assertThat(table.rowSum(1)).isEqualTo(table.largestRowSum()).isEqualTo(12);
        assertThat(table.total(0))
                .isEqualTo(table.productOfOthers(1).longValueExact())
                .isEqualTo(7);
    }
}
