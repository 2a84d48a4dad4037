package no.opptrapping.grant.allocation.sweeps;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.runs.RunDivision;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * What a sweep as the service runs it allocates for each scenario, and what it holds on to while its answers are
 * handed out: the heap in use after a collection, taken twenty times on the way, less what was in use before.
 */
public final class SweepMemory {
    private static final int MUNICIPALITIES = 357;
    private static final int CRITERIA = 8;
    private static final int SAMPLES = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private SweepMemory() {}

    /** Prints a line for each number of scenarios; every tenth scenario has the same floor, whatever their number. */
    public static void report() {
        System.out.printf("%nMemory of a sweep, %d municipalities, %d criteria%n", MUNICIPALITIES, CRITERIA);
        measured(1_000);
        for (var scenarios = 1_000; scenarios <= 100_000; scenarios *= 10) {
            System.out.printf("  %,9d scenarios: %s%n", scenarios, measured(scenarios));
        }
    }

    private record Measured(long allocated, long held, double seconds) {
        @Override
        public String toString() {
            return "%,d kB allocated for each, %,d kB held at most, %.1f s"
                    .formatted(allocated / 1000, held / 1000, seconds);
        }
    }

    private static Measured measured(int scenarios) {
        var sweep = sweep(scenarios);
        var inUse = inUse();
        var held = new long[1];
        var done = new int[1];
        var pause = new long[1];
        var allocated = THREADS.getTotalThreadAllocatedBytes();
        var started = System.nanoTime();
        try (var turn = new SweepTurns(1, 0).queue().orElseThrow()) {
            sweep.run(
                    turn,
                    Function.identity(),
                    scenario -> {
                        done[0]++;
                        if (done[0] % (scenarios / SAMPLES) == 0) {
                            var before = System.nanoTime();
                            held[0] = Math.max(held[0], inUse() - inUse);
                            pause[0] += System.nanoTime() - before;
                        }
                    },
                    () -> true);
        }
        var seconds = (System.nanoTime() - started - pause[0]) / 1e9;
        return new Measured((THREADS.getTotalThreadAllocatedBytes() - allocated) / scenarios, held[0], seconds);
    }

    private static long inUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Ten floors, and ten ways of moving weight between as many pairs of criteria as make the scenarios. */
    private static Sweep sweep(int scenarios) {
        var axes = new ArrayList<SweepGrid.Axis>();
        for (var pair = 0; Math.pow(10, pair + 1) < scenarios; pair++) {
            var one = "/pots/0/model/weights/%d/weight".formatted(2 * pair);
            var other = "/pots/0/model/weights/%d/weight".formatted(2 * pair + 1);
            axes.add(new SweepGrid.Axis(
                    List.of(one, other),
                    IntStream.range(0, 10)
                            .mapToObj(i -> List.of("0.%03d".formatted(125 + i), "0.%03d".formatted(125 - i)))
                            .toList()));
        }
        axes.add(new SweepGrid.Axis(
                List.of("/pots/0/model/floorPerMunicipality"),
                IntStream.range(0, 10)
                        .mapToObj(i -> List.of(Integer.toString(i * 20_000)))
                        .toList()));
        var inputs = inputs();
        var broken = new ArrayList<BrokenRule>();
        var grid = SweepGrid.of(inputs.parameters(), axes, broken)
                .orElseThrow(() -> new IllegalStateException("The grid is refused: " + broken));
        var division = new RunDivision(inputs);
        if (grid.scenarios() != scenarios || !(division.divide() instanceof Pots.Result.Allocated base)) {
            throw new IllegalStateException("Not the sweep that was meant");
        }
        return new Sweep(inputs, grid, division, base, Decimal.of(100));
    }

    private static RunInputs inputs() {
        var random = new Random(2026);
        var weights = IntStream.range(0, CRITERIA)
                .mapToObj(k -> new PotModel.Weight("c" + k, 2025, "0.125"))
                .toList();
        var model = new PotModel.Objective(weights, null, false, null, null, null, null, null, null, null);
        return new RunInputs(
                RunInputs.ENGINE_VERSION,
                new RunParameters(
                        new UUID(1, 1).toString(),
                        2026,
                        "2026-01-01",
                        1000,
                        2025,
                        List.of(new RunParameters.Pot("all", 483_400_000L, false, null, model))),
                483_400_000,
                List.of(),
                IntStream.range(0, MUNICIPALITIES)
                        .mapToObj(i -> municipality(i, random))
                        .toList(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static RunInputs.Municipality municipality(int i, Random random) {
        var size = (long) Math.exp(random.nextGaussian() + 8.5) + 200;
        var values = new HashMap<String, String>();
        for (var k = 0; k < CRITERIA; k++) {
            values.put("c" + k + "/2025", Long.toString(1 + (long) (size * random.nextDouble())));
        }
        return new RunInputs.Municipality(
                new UUID(2, i).toString(), Integer.toString(1000 + i), "M" + i, Long.toString(size), values);
    }
}
