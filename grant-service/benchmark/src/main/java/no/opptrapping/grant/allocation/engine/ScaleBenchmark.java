package no.opptrapping.grant.allocation.engine;

import java.util.Arrays;
import java.util.Random;
import no.opptrapping.platform.values.Kroner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How the time grows with the number of municipalities, and what selecting remainders wins over sorting them. */
@State(Scope.Benchmark)
public class ScaleBenchmark {
    @Param({"1000", "10000", "100000", "1000000"})
    private int municipalities;

    private QuickCriteria quick;
    private long[] keys;

    @Setup
    public void prepare() {
        var rows = Figures.rows(municipalities, 2);
        quick = new QuickCriteria(
                Figures.model(rows, Figures.weights(2), new Limit.None(), 1),
                CriteriaTable.of(rows, Figures.indicators(2)).orElseThrow());
        keys = new Random(1).longs(municipalities, 0, Long.MAX_VALUE).toArray();
        if (quick.quick(budget()) == null) {
            throw new IllegalStateException("Falls back on the exact arithmetic");
        }
    }

    private Kroner budget() {
        return Kroner.of(1_354_001L * municipalities);
    }

    @Benchmark
    public long[] engine() {
        return quick.quick(budget());
    }

    @Benchmark
    public long[] selection() {
        var copy = keys.clone();
        LargestKeys.select(copy, copy.length, copy.length / 2);
        return copy;
    }

    @Benchmark
    public long[] sorting() {
        var copy = keys.clone();
        Arrays.sort(copy);
        return copy;
    }
}
