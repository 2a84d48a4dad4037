package no.opptrapping.grant.allocation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;
import no.opptrapping.platform.values.Kroner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One run by eight objective criteria over 357 municipalities, remainders selected. */
@State(Scope.Benchmark)
public class RunBenchmark {
    private static final Kroner BUDGET = Kroner.of(483_400_000);
    private static final int UNIT = 1000;
    private static final int FLOOR = 200_000;

    private List<Row> rows;
    private List<Decimal> weights;
    private ObjectiveCriteria model;
    private QuickCriteria quick;
    private QuickCriteria quickWithFloor;
    private double[] plainValues;
    private double[] plainWeights;
    private double[] plainTotals;

    @Setup
    public void prepare() {
        rows = Figures.rows(357, 8);
        weights = Figures.weights(8);
        model = Figures.model(rows, weights, new Limit.None(), UNIT);
        var table = CriteriaTable.of(rows, Figures.indicators(8)).orElseThrow();
        quick = new QuickCriteria(model, table);
        quickWithFloor =
                new QuickCriteria(Figures.model(rows, weights, new Limit.SameForAll(Kroner.of(FLOOR)), UNIT), table);
        plainValues = new double[357 * 8];
        plainTotals = new double[8];
        plainWeights = weights.stream()
                .mapToDouble(weight -> weight.value().doubleValue())
                .toArray();
        for (var i = 0; i < plainValues.length; i++) {
            plainValues[i] = table.values()[i];
            plainTotals[i % 8] += plainValues[i];
        }
        if (quick.quick(BUDGET) == null || quickWithFloor.quick(BUDGET) == null) {
            throw new IllegalStateException("Falls back on the exact arithmetic");
        }
    }

    /** Exact amounts, certified in machine numbers. */
    @Benchmark
    public long[] engine() {
        return quick.quick(BUDGET);
    }

    /** The same with a floor that many municipalities are lifted to. */
    @Benchmark
    public long[] engineWithFloor() {
        return quickWithFloor.quick(BUDGET);
    }

    /** With every line's explanation. */
    @Benchmark
    public Object engineExplained() {
        return model.divide(BUDGET);
    }

    /** Fractions of big integers by the definition; the totals are computed once, which the definition does not. */
    @Benchmark
    public Object reference() {
        var totals = new ArrayList<Q>();
        for (var k = 0; k < 8; k++) {
            var indicator = "c" + k;
            totals.add(SlowReference.sum(rows.stream()
                    .map(row -> SlowModels.q(row.values().get(indicator)))
                    .toList()));
        }
        var exact = new ArrayList<Q>();
        for (var row : rows) {
            var share = Q.ZERO;
            for (var k = 0; k < 8; k++) {
                share = share.plus(SlowModels.q(weights.get(k))
                        .times(SlowModels.q(row.values().get("c" + k)))
                        .over(totals.get(k)));
            }
            exact.add(share.times(Q.q(BUDGET.value())));
        }
        return SlowReference.round(
                exact, UNIT, IntStream.range(0, 357).mapToObj(i -> (Q) null).toList());
    }

    /** The same work in plain doubles, which may hand a unit to the wrong municipality. */
    @Benchmark
    public long[] doubles() {
        return rounded(exact(), new boolean[357]);
    }

    /** The same work with the floor: shares once, then the level until nobody is below it. */
    @Benchmark
    public long[] doublesWithFloor() {
        var amounts = exact();
        var atFloor = new boolean[357];
        var left = (double) BUDGET.value();
        var rising = left;
        var level = 1.0;
        for (var changed = true; changed; level = left / rising) {
            changed = false;
            for (var i = 0; i < 357; i++) {
                if (!atFloor[i] && amounts[i] * level < FLOOR) {
                    atFloor[i] = true;
                    left -= FLOOR;
                    rising -= amounts[i];
                    changed = true;
                }
            }
        }
        for (var i = 0; i < 357; i++) {
            amounts[i] = atFloor[i] ? FLOOR : amounts[i] * level;
        }
        return rounded(amounts, atFloor);
    }

    private double[] exact() {
        var factors = new double[8];
        for (var k = 0; k < 8; k++) {
            factors[k] = BUDGET.value() * plainWeights[k] / plainTotals[k];
        }
        var exact = new double[357];
        for (var i = 0; i < 357; i++) {
            var sum = 0.0;
            for (var k = 0; k < 8; k++) {
                sum += plainValues[i * 8 + k] * factors[k];
            }
            exact[i] = sum;
        }
        return exact;
    }

    private static long[] rounded(double[] exact, boolean[] fixed) {
        var amounts = new long[357];
        var remainders = new double[357];
        var left = BUDGET.value() / UNIT;
        for (var i = 0; i < 357; i++) {
            var units = (long) (exact[i] / UNIT);
            amounts[i] = units * UNIT;
            remainders[i] = fixed[i] ? -1 : exact[i] - amounts[i];
            left -= units;
        }
        var least = select(remainders.clone(), (int) left);
        for (var i = 0; i < 357; i++) {
            if (remainders[i] >= least) {
                amounts[i] += UNIT;
            }
        }
        return amounts;
    }

    private static double select(double[] keys, int count) {
        var low = 0;
        var high = keys.length - 1;
        while (low < high) {
            var pivot = keys[(low + high) >>> 1];
            var i = low;
            var j = high;
            while (i <= j) {
                while (keys[i] > pivot) {
                    i++;
                }
                while (keys[j] < pivot) {
                    j--;
                }
                if (i <= j) {
                    var swapped = keys[i];
                    keys[i] = keys[j];
                    keys[j] = swapped;
                    i++;
                    j--;
                }
            }
            if (count - 1 <= j) {
                high = j;
            } else if (count - 1 >= i) {
                low = i;
            } else {
                break;
            }
        }
        return keys[count - 1];
    }
}
