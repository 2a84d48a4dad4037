package no.opptrapping.grant.allocation.whatif;

import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.OpenRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.grant.testing.OwnDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A what-if as anybody asks it, through HTTP: by eight criteria over 357 municipalities, each time with another assumption, so
 * that nothing is answered from what is kept. Only when it is asked for: {@code -Dbenchmark=true -Dtest=WhatIfHttpBenchmarkIT}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
@QuarkusTest
@TestProfile(OwnDatabase.class)
class WhatIfHttpBenchmarkIT extends AllocationStory {
    private static final int MUNICIPALITIES = 357;
    private static final int CRITERIA = 8;
    private static final int WARM_UP = 1_500;
    private static final int TIMES = 3_000;

    @TestHTTPResource("/v1/allocation-runs")
    URI runs;

    @Inject
    OpenRuns openRuns;

    private final Random random = new Random(20_260_101L);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void anAnswerThroughHttp() {
        for (var i = 0; i < MUNICIPALITIES - 2; i++) {
            world.founded("Kommune " + i);
        }
        publish();
        IntStream.range(0, CRITERIA).forEach(this::tell);
        var earmarked = adopted(scheme, 2025, Map.of("kind", "objective", "floorPerMunicipality", 1_000));
        var incorporated = adopted(
                schemeWithMoney("framework"),
                2026,
                Map.of(
                        "kind",
                        "incorporation",
                        "fromSchemeId",
                        scheme,
                        "fromYear",
                        2025,
                        "guarantee",
                        Map.of("variant", "state", "threshold", "5")));
        var inputs = inputs(earmarked);
        var slowest = new ArrayList<Double>();
        var plain = measured(value -> WhatIfBenchmarkTest.plain(inputs, value));
        Map.of("objective", earmarked, "incorporation", incorporated).forEach((model, run) -> {
            var numbers = inputs(run).municipalities().stream()
                    .map(RunInputs.Municipality::number)
                    .toList();
            var asked = measured(value -> ask(run, numbers.get(value % numbers.size()), value));
            System.out.printf(
                    "What-if of %s through HTTP over %d municipalities and %d criteria, %d times (milliseconds)%n"
                            + "  asked, explained, written and sent  median %7.2f  99th percentile %7.2f%n"
                            + "  the same sums in plain code         median %7.2f  99th percentile %7.2f%n"
                            + "  asked to plain                      median %7.2f  99th percentile %7.2f%n",
                    model,
                    numbers.size(),
                    CRITERIA,
                    TIMES,
                    asked[0],
                    asked[1],
                    plain[0],
                    plain[1],
                    asked[0] / plain[0],
                    asked[1] / plain[1]);
            slowest.add(asked[1]);
        });
        assertThat(slowest).as("99th percentiles in milliseconds").allMatch(one -> one < 20);
    }

    private String adopted(String of, int year, Map<String, Object> model) {
        var weighted = new HashMap<>(model);
        weighted.put(
                "weights",
                IntStream.range(0, CRITERIA)
                        .mapToObj(k -> Map.of("indicator", "c" + k, "year", 2024, "weight", "0.125"))
                        .toList());
        var run = new HashMap<>(run(of, year, weighted));
        run.put("unit", 1);
        run.put("populationYear", 2025);
        var id = post(adviser(), "/v1/allocation-runs", run)
                .statusCode(201)
                .extract()
                .<String>path("id");
        adopt(id).statusCode(201);
        return id;
    }

    private RunInputs inputs(String run) {
        return openRuns.find(new RunId(UUID.fromString(run))).orElseThrow().readInputs();
    }

    private void tell(int criterion) {
        var values = municipalities.validOn(STRUCTURE).stream()
                .map(one -> new HeardIndicator.Value(one.number(), Integer.toString(1 + random.nextInt(9_000))))
                .toList();
        QuarkusTransaction.requiringNew()
                .run(() -> indicators.keep(new HeardIndicator(
                        "c" + criterion,
                        HeardIndicator.Kind.QUANTITY,
                        Year.of(2024),
                        LocalDate.of(2024, 1, 1),
                        1,
                        "persons",
                        "Invented for a benchmark",
                        values,
                        Optional.empty())));
    }

    private int ask(String run, String number, int value) {
        var address = runs + "/" + run + "/what-if?number=" + number + "&value=c1/2024:" + value + "&appropriation="
                + (APPROPRIATION + random.nextInt(1_000_000));
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body().length;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Median and 99th percentile in milliseconds of the clock on the wall. */
    private double[] measured(IntUnaryOperator asked) {
        var sum = 0L;
        for (var i = 0; i < WARM_UP; i++) {
            sum += asked.applyAsInt(1 + random.nextInt(5_000));
        }
        var times = new long[TIMES];
        for (var i = 0; i < TIMES; i++) {
            var value = 1 + random.nextInt(5_000);
            var before = System.nanoTime();
            sum += asked.applyAsInt(value);
            times[i] = System.nanoTime() - before;
        }
        assertThat(sum).isNotZero();
        Arrays.sort(times);
        return new double[] {times[TIMES / 2] / 1e6, times[TIMES * 99 / 100] / 1e6};
    }
}
