package no.opptrapping.grant.allocation.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.opptrapping.platform.values.Kroner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One scenario of the framework grant and one of incorporation with the state's guarantee over 357 municipalities and
 * eight criteria: explained, and as a sweep takes it.
 */
@State(Scope.Benchmark)
public class FrameworkBenchmark {
    private static final Kroner BUDGET = Kroner.of(483_400_000);
    private static final int UNIT = 1000;

    private FrameworkGrant framework;
    private FrameworkGrant incorporation;
    private CriteriaTable table;

    @Setup
    public void prepare() {
        var rows = Figures.rows(357, 8);
        table = CriteriaTable.of(rows, Figures.indicators(8)).orElseThrow();
        var key =
                Figures.model(rows, Figures.weights(8), new Limit.None(), UNIT).key();
        framework = new FrameworkGrant(key, rows, UNIT, Optional.empty());
        incorporation = new FrameworkGrant(key, rows, UNIT, Optional.of(incorporation(rows)));
        for (var model : List.of(framework, incorporation)) {
            if (!(new QuickFramework(model, table).divide(BUDGET) instanceof Outcome.Allocated<Amounts>(var amounts))
                    || !amounts.certified()) {
                throw new IllegalStateException("Not the scenario that was meant");
            }
        }
    }

    private static Incorporation incorporation(List<Row> rows) {
        var random = new Random(2026);
        var before = new HashMap<Recipient, Kroner>();
        rows.forEach(row -> before.put(row.recipient(), Kroner.of(random.nextInt(2_700_000))));
        return new Incorporation(before, new Incorporation.Method.StateGuarantee(Decimal.of(10)));
    }

    @Benchmark
    public Object frameworkExplained() {
        return framework.divide(BUDGET);
    }

    @Benchmark
    public Object frameworkSwept() {
        return new QuickFramework(framework, table).divide(BUDGET);
    }

    @Benchmark
    public Object incorporationExplained() {
        return incorporation.divide(BUDGET);
    }

    @Benchmark
    public Object incorporationSwept() {
        return new QuickFramework(incorporation, table).divide(BUDGET);
    }
}
