package no.opptrapping.grant.allocation.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.RandomRuns;
import no.opptrapping.grant.allocation.explanations.ExplainAllocation;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Only when it is asked for: {@code -Dbenchmark=true -Dtest=WhatIfBenchmarkTest}. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class WhatIfBenchmarkTest {
    /** Processor time, which means the same on a machine that does other things as well. */
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private static final String SCHEME = "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d01";
    private static final String OLD_SCHEME = "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d02";
    private static final int MUNICIPALITIES = 357;
    private static final int CRITERIA = 8;
    private static final int WARM_UP = 3_000;
    private static final int TIMES = 5_000;
    private static final long SEED = 20_260_101L;
    private static final long BUDGET = 483_400_000;

    private final Random random = new Random(SEED);
    private final AskWhatIf askWhatIf = new AskWhatIf(null, new ExplainAllocation(new Texts()));
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void anAnswerWithItsExplanations() {
        var weights = IntStream.range(0, CRITERIA)
                .mapToObj(k -> new PotModel.Weight("c" + k, 2024, "0.125"))
                .toList();
        var objective = run(new PotModel.Objective(weights, null, false, null, 200_000L, null, null, null, null, null));
        var incorporation = run(new PotModel.Incorporation(
                OLD_SCHEME,
                2024,
                weights,
                null,
                false,
                null,
                new PotModel.Guarantee(GuaranteeVariant.STATE, "5"),
                null));
        var plain = measured(value -> plain(objective.inputs(), value));
        for (var run : List.of(objective, incorporation)) {
            var asked = measured(value -> ask(run, value));
            System.out.printf(
                    "What-if of %s over %d municipalities and %d criteria, %d times (microseconds of the processor)%n"
                            + "  asked, explained and written  median %,8.0f  99th percentile %,8.0f%n"
                            + "  the same sums in plain code   median %,8.0f  99th percentile %,8.0f%n"
                            + "  asked to plain                median %8.2f  99th percentile %8.2f%n",
                    run.inputs()
                            .parameters()
                            .pots()
                            .getFirst()
                            .model()
                            .getClass()
                            .getSimpleName(),
                    MUNICIPALITIES,
                    CRITERIA,
                    TIMES,
                    asked[0],
                    asked[1],
                    plain[0],
                    plain[1],
                    asked[0] / plain[0],
                    asked[1] / plain[1]);
            assertThat(asked[1]).as("99th percentile in microseconds").isLessThan(20_000);
        }
    }

    private int ask(ComputedRun run, int value) {
        var number = new MunicipalityNumber(Integer.toString(1001 + value % MUNICIPALITIES));
        var assumptions = new Assumptions(
                number,
                Optional.empty(),
                Map.of("c1/2024", Integer.toString(value)),
                Optional.of(Long.toString(BUDGET + value)));
        if (!(askWhatIf.answer(run, assumptions) instanceof AskWhatIf.Outcome.Answered(var answer))) {
            throw new AssertionError("Not answered");
        }
        try {
            return mapper.writeValueAsBytes(List.of(answer.now(), answer.then())).length;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Exact shares and the largest remainder, without floors, explanations and checks. */
    static int plain(RunInputs inputs, int value) {
        var rows = inputs.municipalities();
        var totals = new BigInteger[CRITERIA];
        Arrays.fill(totals, BigInteger.ZERO);
        var figures = new BigInteger[rows.size()][CRITERIA];
        for (var i = 0; i < rows.size(); i++) {
            for (var k = 0; k < CRITERIA; k++) {
                figures[i][k] = k == 1 && i == value % rows.size()
                        ? BigInteger.valueOf(value)
                        : new BigInteger(rows.get(i).values().getOrDefault("c" + k + "/2024", "0"));
                totals[k] = totals[k].add(figures[i][k]);
            }
        }
        var all = Arrays.stream(totals).reduce(BigInteger.ONE, BigInteger::multiply);
        var divisor = all.multiply(BigInteger.valueOf(CRITERIA));
        var amounts = new long[rows.size()];
        var remainders = new BigInteger[rows.size()];
        var given = 0L;
        for (var i = 0; i < rows.size(); i++) {
            var share = BigInteger.ZERO;
            for (var k = 0; k < CRITERIA; k++) {
                share = share.add(figures[i][k].multiply(all.divide(totals[k])));
            }
            var parts = share.multiply(BigInteger.valueOf(BUDGET + value)).divideAndRemainder(divisor);
            amounts[i] = parts[0].longValueExact();
            remainders[i] = parts[1];
            given += amounts[i];
        }
        var order = IntStream.range(0, rows.size())
                .boxed()
                .sorted((one, other) -> remainders[other].compareTo(remainders[one]))
                .toList();
        for (var i = 0; i < BUDGET + value - given; i++) {
            amounts[order.get(i)]++;
        }
        return (int) amounts[value % rows.size()];
    }

    /** Median and 99th percentile in microseconds of the processor. */
    private double[] measured(IntUnaryOperator asked) {
        var sum = 0L;
        for (var i = 0; i < WARM_UP; i++) {
            sum += asked.applyAsInt(1 + random.nextInt(5_000));
        }
        var times = new long[TIMES];
        for (var i = 0; i < TIMES; i++) {
            var value = 1 + random.nextInt(5_000);
            var before = PROCESSOR.getCurrentThreadCpuTime();
            sum += asked.applyAsInt(value);
            times[i] = PROCESSOR.getCurrentThreadCpuTime() - before;
        }
        assertThat(sum).isNotZero();
        Arrays.sort(times);
        return new double[] {times[TIMES / 2] / 1_000.0, times[TIMES * 99 / 100] / 1_000.0};
    }

    private ComputedRun run(PotModel model) {
        var municipalities = new ArrayList<RunInputs.Municipality>();
        var before = new ArrayList<RunInputs.Before>();
        for (var i = 0; i < MUNICIPALITIES; i++) {
            var values = new HashMap<String, String>();
            for (var k = 0; k < CRITERIA; k++) {
                values.put("c" + k + "/2024", Integer.toString(1 + random.nextInt(9_000)));
            }
            var number = Integer.toString(1001 + i);
            municipalities.add(new RunInputs.Municipality(
                    new UUID(0, i + 1).toString(),
                    number,
                    "Kommune " + i,
                    Integer.toString(200 + random.nextInt(90_000)),
                    values));
            before.add(new RunInputs.Before(OLD_SCHEME, 2024, number, random.nextInt(2_700_000)));
        }
        return RandomRuns.computed(new RunInputs(
                        RunInputs.ENGINE_VERSION,
                        new RunParameters(
                                SCHEME,
                                2025,
                                "2025-01-01",
                                1,
                                2024,
                                List.of(new RunParameters.Pot("alt", BUDGET, false, null, model))),
                        BUDGET,
                        List.of(),
                        municipalities,
                        List.of(),
                        before,
                        null,
                        null))
                .orElseThrow();
    }
}
