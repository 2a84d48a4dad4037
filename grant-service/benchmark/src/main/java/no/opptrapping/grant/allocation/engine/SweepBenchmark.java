package no.opptrapping.grant.allocation.engine;

import java.util.List;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.Kroner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Many scenarios of weights and floors over 357 municipalities and eight criteria, on one core and on all. */
@State(Scope.Benchmark)
public class SweepBenchmark {
    private static final Kroner BUDGET = Kroner.of(483_400_000);

    @Param({"1000", "10000"})
    private int scenarios;

    private List<Row> rows;
    private CriteriaTable table;

    @Setup
    public void prepare() {
        rows = Figures.rows(357, 8);
        table = CriteriaTable.of(rows, Figures.indicators(8)).orElseThrow();
    }

    @Benchmark
    public long oneCore() {
        return IntStream.range(0, scenarios).mapToLong(this::scenario).sum();
    }

    @Benchmark
    public long allCores() {
        return IntStream.range(0, scenarios)
                .parallel()
                .mapToLong(this::scenario)
                .sum();
    }

    /** Every tenth scenario has the same floor, so that the work for each is the same however many there are. */
    private long scenario(int number) {
        var moved = number / 10 % 1000;
        var weights = IntStream.range(0, 8)
                .mapToObj(k -> Decimal.of("0.%04d".formatted(k == 0 ? 1251 + moved : k == 1 ? 1249 - moved : 1250)))
                .toList();
        var floor = new Limit.SameForAll(Kroner.of(number % 10 * 20_000L));
        return new QuickCriteria(Figures.model(rows, weights, floor, 1000), table)
                .divide(BUDGET)
                .hashCode();
    }
}
