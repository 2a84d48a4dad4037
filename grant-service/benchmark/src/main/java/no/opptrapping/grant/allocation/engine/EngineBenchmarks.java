package no.opptrapping.grant.allocation.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.opptrapping.grant.allocation.sweeps.SweepMemory;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the engine's benchmarks in one go and prints what they say as ratios. */
public final class EngineBenchmarks {
    private EngineBenchmarks() {}

    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder()
                .include("no\\.opptrapping\\.grant\\.allocation\\.engine\\..*Benchmark\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(400))
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx3g")
                .build();
        report(new Runner(options).run());
        SweepMemory.report();
    }

    private static void report(Collection<RunResult> results) {
        Map<String, Double> time = new HashMap<>();
        Map<String, Double> bytes = new HashMap<>();
        for (var result : results) {
            var name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
            for (var parameter : result.getParams().getParamsKeys()) {
                name += " " + result.getParams().getParam(parameter);
            }
            time.put(name, result.getPrimaryResult().getScore());
            var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            if (allocated != null) {
                bytes.put(name, allocated.getScore());
            }
        }
        System.out.printf("%nOne run, 357 municipalities, 8 criteria%n");
        ratio("the reference takes, times the engine's", time, "RunBenchmark.reference", "RunBenchmark.engine", 1);
        ratio("the engine takes, times plain doubles'", time, "RunBenchmark.engine", "RunBenchmark.doubles", 1);
        ratio(
                "with a floor, times plain doubles' with it",
                time,
                "RunBenchmark.engineWithFloor",
                "RunBenchmark.doublesWithFloor",
                1);
        ratio(
                "with a floor, times plain doubles' without",
                time,
                "RunBenchmark.engineWithFloor",
                "RunBenchmark.doubles",
                1);
        ratio("with explanations", time, "RunBenchmark.engineExplained", "RunBenchmark.doubles", 1);
        System.out.printf("%nGrowth: ten times the municipalities take ten times this%n");
        for (var from = 1_000; from < 1_000_000; from *= 10) {
            ratio("from " + from, time, "ScaleBenchmark.engine " + from * 10, "ScaleBenchmark.engine " + from, 10);
        }
        ratio(
                "sorting a million remainders, times selecting",
                time,
                "ScaleBenchmark.sorting 1000000",
                "ScaleBenchmark.selection 1000000",
                1);
        System.out.printf("%nA sweep of 10 000 scenarios, 357 municipalities, 8 criteria%n");
        System.out.printf("  on all cores: %.2f s%n", time.getOrDefault("SweepBenchmark.allCores 10000", 0.0) / 1e6);
        ratio("one core, times all cores", time, "SweepBenchmark.oneCore 10000", "SweepBenchmark.allCores 10000", 1);
        ratio(
                "memory per scenario of ten thousand, times of one thousand",
                bytes,
                "SweepBenchmark.oneCore 10000",
                "SweepBenchmark.oneCore 1000",
                10);
        System.out.printf("%nA scenario of the framework grant, 357 municipalities, 8 criteria%n");
        ratio(
                "explained, times as a sweep takes it",
                time,
                "FrameworkBenchmark.frameworkExplained",
                "FrameworkBenchmark.frameworkSwept",
                1);
        ratio(
                "incorporation with the state's guarantee, explained, times as a sweep takes it",
                time,
                "FrameworkBenchmark.incorporationExplained",
                "FrameworkBenchmark.incorporationSwept",
                1);
        System.out.printf(
                "  incorporation as a sweep takes it: %.2f ms%n",
                time.getOrDefault("FrameworkBenchmark.incorporationSwept", 0.0) / 1e3);
    }

    private static void ratio(String what, Map<String, Double> of, String one, String other, int divisor) {
        System.out.printf("  %s: %.2f%n", what, of.getOrDefault(one, 0.0) / of.getOrDefault(other, 0.0) / divisor);
    }
}
