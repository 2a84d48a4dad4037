package no.opptrapping.grant.allocation.sweeps;

import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Many simulations in one call, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class SweepsIT extends AllocationStory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEIGHT = "/pots/0/model/weights/%d/weight";
    private static final String FLOOR = "/pots/0/model/floorPerMunicipality";

    @Inject
    SweepTurns turns;

    @ConfigProperty(name = "opptrapping.sweeps.at-once")
    int atOnce;

    @TestHTTPResource
    URI service;

    @Test
    void everyCombinationIsAnsweredInOrderWithProgressAndAnEnd() throws Exception {
        var weights = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> List.of(
                        "%d.%02d".formatted(i / 100, i % 100), "%d.%02d".formatted((100 - i) / 100, (100 - i) % 100)))
                .toList();
        var floors = IntStream.range(0, 20)
                .mapToObj(i -> List.of(Integer.toString(i * 1000)))
                .toList();
        var lines = lines(sweep(
                Map.of("pointers", List.of(WEIGHT.formatted(0), WEIGHT.formatted(1)), "values", weights),
                Map.of("pointers", List.of(FLOOR), "values", floors)));

        assertThat(lines.getFirst().path("line").asText()).isEqualTo("started");
        assertThat(lines.getFirst().path("scenarios").asInt()).isEqualTo(101 * 20);
        assertThat(lines.getLast().path("line").asText()).isEqualTo("finished");
        assertThat(lines.getLast().path("done").asInt()).isEqualTo(101 * 20);
        assertThat(lines.getLast().path("refused").asInt()).isZero();
        assertThat(lines)
                .filteredOn(line -> line.path("line").asText().equals("progress"))
                .hasSize(2);
        var scenarios = lines.stream()
                .filter(line -> line.path("line").asText().equals("scenario"))
                .toList();
        for (var i = 0; i < scenarios.size(); i++) {
            var scenario = scenarios.get(i);
            assertThat(scenario.path("scenario").asInt()).isEqualTo(i);
            assertThat(scenario.path("set").path(FLOOR).asInt()).isEqualTo(i % 20 * 1000);
            assertThat(scenario.path("sum").asLong()
                            + scenario.path("undistributed").asLong())
                    .isEqualTo(APPROPRIATION);
        }
    }

    @Test
    void aScenarioIsTheRunThatTheSameParametersGive() throws Exception {
        var request = new HashMap<>(sweep(Map.of(
                "pointers",
                List.of(WEIGHT.formatted(0), WEIGHT.formatted(1), FLOOR),
                "values",
                List.of(List.of("0.25", "0.75", "12000"), List.of("0.4", "0.7", "0")))));
        request.put("amounts", true);
        var lines = lines(request);

        var model = new HashMap<>(objective("0.75"));
        model.put(
                "weights",
                List.of(
                        Map.of("indicator", "population", "weight", "0.25"),
                        Map.of("indicator", "population-18-66", "weight", "0.75")));
        model.put("floorPerMunicipality", 12_000);
        var run = post(adviser(), "/v1/allocation-runs", run(scheme, 2025, model))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var items = adviser()
                .get("/v1/allocation-runs/" + run + "/result?limit=500")
                .jsonPath();
        var numbers = items.getList("items.number", String.class);
        var amounts = items.getList("items.amount", Long.class);
        var divided = lines.get(1).path("amounts");
        assertThat(divided.size()).isEqualTo(numbers.size());
        for (var i = 0; i < numbers.size(); i++) {
            assertThat(divided.path(numbers.get(i)).asLong()).isEqualTo(amounts.get(i));
        }
        var refused = lines.get(2);
        assertThat(refused.path("line").asText()).isEqualTo("refused");
        assertThat(refused.path("errors").path(0).path("code").asText()).isEqualTo("allocation.weights-sum-to-one");
        assertThat(refused.path("errors").path(0).path("pointer").asText()).isEqualTo("/run/pots/0/model/weights");
    }

    /** A run of amounts has the budget that they make, and may ask for more than is appropriated; so has a scenario. */
    @Test
    void aBudgetIsJudgedAsARunJudgesIt() throws Exception {
        var amounts = List.of("500000", "20000000", "400000");
        var request = new HashMap<>(sweep(Map.of(
                "pointers",
                List.of("/pots/0/budget/amount"),
                "values",
                amounts.stream().map(List::of).toList())));
        request.put(
                "run", withPots(Map.of("name", "alt", "budget", Map.of("amount", 500_000), "model", objective("0.6"))));
        var lines = lines(request);
        for (var i = 0; i < amounts.size(); i++) {
            var amount = Integer.parseInt(amounts.get(i));
            var run = post(
                            adviser(),
                            "/v1/allocation-runs",
                            withPots(Map.of(
                                    "name", "alt", "budget", Map.of("amount", amount), "model", objective("0.6"))))
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            var scenario = lines.get(i + 1);
            assertThat(scenario.path("line").asText()).isEqualTo("scenario");
            assertThat(scenario.path("sum").asLong()).isEqualTo(run.getLong("sum"));
            assertThat(scenario.path("undistributed").asLong()).isEqualTo(run.getLong("undistributed"));
        }
    }

    @Test
    void everythingThatIsWrongWithTheAxesIsNamedAtOnce() {
        var many = IntStream.range(0, 1000)
                .mapToObj(i -> List.of(Integer.toString(i * 1000)))
                .toList();
        post(
                        adviser(),
                        "/v1/sweeps",
                        sweep(
                                Map.of("pointers", List.of("/year"), "values", List.of(List.of("2024"))),
                                Map.of("pointers", List.of(WEIGHT.formatted(7)), "values", List.of(List.of("1"))),
                                Map.of("pointers", List.of(FLOOR), "values", many),
                                Map.of("pointers", List.of("/unit"), "values", many),
                                Map.of(
                                        "pointers",
                                        List.of(WEIGHT.formatted(0)),
                                        "values",
                                        List.of(List.of("NaN"), List.of("1", "2")))))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/axes",
                                "/axes/0/pointers/0",
                                "/axes/1/pointers/0",
                                "/axes/3/values/2/0",
                                "/axes/4/values/0/0",
                                "/axes/4/values/1"));
        var broken = new HashMap<>(sweep(Map.of("pointers", List.of("/unit"), "values", List.of(List.of("100")))));
        broken.put("run", run(scheme, 2025, objective("0.5")));
        post(adviser(), "/v1/sweeps", broken)
                .statusCode(422)
                .body("errors.pointer", contains("/run/pots/0/model/weights"));
        post(world.as(large), "/v1/sweeps", broken).statusCode(403);
    }

    @Test
    void moreSweepsThanThereIsRoomForAreToldToComeBack() {
        var places = takeAll();
        try {
            post(adviser(), "/v1/sweeps", oneScenario())
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("30"))
                    .body("type", equalTo("https://opptrapping.no/problems/allocation.sweeps-busy"));
        } finally {
            places.forEach(SweepTurns.Turn::close);
        }
        post(adviser(), "/v1/sweeps", oneScenario()).statusCode(200);
    }

    @Test
    void aSweepThatNobodyListensToGivesItsPlaceToOthers() throws Exception {
        var places = takeAll();
        for (var place : places.subList(0, atOnce)) {
            assertThat(place.await(() -> true)).isTrue();
        }
        places.removeLast().close();
        var body = JSON.writeValueAsBytes(oneScenario());
        var head = "POST /v1/sweeps HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + world.staffToken("minister", "ministry") + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            Poll.until("the sweep has taken the last place", () -> {
                var place = turns.queue();
                place.ifPresent(SweepTurns.Turn::close);
                return place.isEmpty();
            });
        }

        places.add(Poll.untilPresent("the place of the one that went away", turns::queue));
        places.forEach(SweepTurns.Turn::close);
    }

    private List<SweepTurns.Turn> takeAll() {
        return Stream.generate(turns::queue)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Map<String, Object> oneScenario() {
        return sweep(Map.of("pointers", List.of(FLOOR), "values", List.of(List.of("0"))));
    }

    private Map<String, Object> sweep(Object... axes) {
        return Map.of("run", run(scheme, 2025, objective("0.6")), "axes", List.of(axes));
    }

    private List<JsonNode> lines(Map<String, Object> request) throws Exception {
        var text = post(world.asPerson("minister", "ministry"), "/v1/sweeps", request)
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        var lines = new ArrayList<JsonNode>();
        for (var line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
