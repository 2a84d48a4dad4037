package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** A call that is decided in rounds: the first is told of its money while the next is still being assessed. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class RoundsIT extends AllocationStory {
    private static Map<String, Object> round(String takes, Integer budget, String expectedOn) {
        var round = new HashMap<String, Object>(Map.of("name", text(takes), "takes", takes, "expectedOn", expectedOn));
        if (budget != null) {
            round.put("budget", budget);
        }
        return round;
    }

    private static final Map<String, Object> CONTINUATIONS_FIRST = Map.of(
            "rounds",
            List.of(round("continuations", 500_000, "2025-04-01"), round("new-measures", null, "2025-05-15")));

    private static Map<String, Object> model(String call, Integer round) {
        var model = new HashMap<String, Object>(Map.of("kind", "application", "callId", call));
        if (round != null) {
            model.put("round", round);
        }
        return model;
    }

    private String runOf(String call, int round, Map<String, Object> budget) {
        return simulate(model(call, round), budget).statusCode(201).extract().path("id");
    }

    private JsonPath seen(World.Resident by, String application) {
        return world.as(by)
                .get("/v1/applications/" + application)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void theFirstRoundIsDecidedWhileTheSecondIsAssessed() throws Exception {
        var call = announced(CONTINUATIONS_FIRST);
        var third = world.founded("Tredjevik");
        var continued = submitted(large, call, 100, 2);
        var begun = submitted(small, call, 100, 1);
        var late = submitted(third, call, 100, 1);
        assertThat(seen(large, continued).getInt("round.number")).isEqualTo(1);
        assertThat(seen(small, begun).getInt("round.number")).isEqualTo(2);
        assertThat(seen(small, begun).getString("round.expectedOn")).isEqualTo("2025-05-15");
        world.as(small)
                .get("/v1/calls/" + call)
                .then()
                .body("rounds.number", contains(1, 2))
                .body("rounds.takes", contains("continuations", "new-measures"))
                .body("rounds.budget", contains(500_000, null))
                .body("rounds.decidedAt", everyItem(nullValue()));

        simulate(model(call, 1))
                .statusCode(422)
                .body("errors.code", contains("allocation.applications-assessed"))
                .body("errors[0].detail", containsString(seen(large, continued).getString("reference")))
                .body("errors[0].detail", not(containsString(seen(small, begun).getString("reference"))));
        assessed(continued, 350_000, 1);
        assessed(begun, 400_000, 1);
        simulate(model(call, null))
                .statusCode(422)
                .body("errors.code", contains("allocation.round-named"))
                .body("errors.pointer", contains("/pots/0/model/round"));
        simulate(model(call, 3)).statusCode(422).body("errors.code", contains("allocation.round-of-the-call"));
        simulate(model(call, 1), Map.of("amount", 500_001))
                .statusCode(422)
                .body("errors.code", contains("allocation.within-the-round"))
                .body("errors[0].detail", containsString("500"));
        simulate(model(call, 1)).statusCode(201).body("budget", equalTo(500_000));
        var tooEarly = runOf(call, 1, Map.of("amount", 400_000));
        adopt(tooEarly).statusCode(409).body("type", endsWith("allocation.call-not-over"));

        world.itIs(AFTER_THE_DEADLINE);
        var runs = IntStream.range(0, 8)
                .mapToObj(i -> runOf(call, 1, Map.of("amount", 400_000 + i)))
                .toList();
        assertThat(adoptedAtOnce(runs)).containsOnlyOnce(201).isSubsetOf(201, 409);
        adopt(tooEarly).statusCode(409).body("type", endsWith("allocation.round-already-decided"));

        assertThat(seen(large, continued).getString("status")).isEqualTo("approved");
        assertThat(seen(large, continued).getInt("round.number")).isEqualTo(1);
        assertThat(seen(small, begun).getString("status")).isEqualTo("submitted");
        world.as(large).get("/v1/applications/" + continued + "/letter").then().statusCode(200);
        adviser()
                .get("/v1/calls/" + call)
                .then()
                .body("status", equalTo("announced"))
                .body("rounds[0].decidedAt", notNullValue())
                .body("rounds[1].decidedAt", nullValue());
        adviser().get("/v1/awards?schemeId=" + scheme).then().body("items", hasSize(1));
        simulate(model(call, 1)).statusCode(422).body("errors.code", contains("allocation.round-undecided"));

        assessed(late, 300_000, 2);
        var second = simulate(model(call, 2))
                .statusCode(201)
                .body("budget", equalTo(APPROPRIATION - 350_000))
                .extract()
                .<String>path("id");
        adopt(second).statusCode(201);
        assertThat(List.of(
                        seen(small, begun).getInt("awarded"), seen(third, late).getInt("awarded")))
                .containsExactly(400_000, 300_000);
        adviser().get("/v1/calls/" + call).then().body("status", equalTo("closed"));
    }

    private List<Integer> adoptedAtOnce(List<String> runs) throws Exception {
        try (var threads = Executors.newFixedThreadPool(runs.size())) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(runs.stream()
                    .<Callable<Integer>>map(run -> () -> adopt(run).extract().statusCode())
                    .toList())) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    @Test
    void anEarlierRoundIsDecidedFirstUnlessNobodyHasComeToIt() {
        var call = announced(CONTINUATIONS_FIRST);
        var begun = submitted(small, call, 100, 1);
        assessed(begun, 400_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        adopt(runOf(call, 2, Map.of("amount", 400_000))).statusCode(201);
        adviser().get("/v1/calls/" + call).then().body("status", equalTo("closed"));

        world.itIs(World.BEGINNING);
        var other = announced(CONTINUATIONS_FIRST);
        var continued = submitted(large, other, 100, 2);
        assessed(submitted(small, other, 100, 1), 400_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        var second = runOf(other, 2, Map.of("amount", 400_000));
        adopt(second)
                .statusCode(409)
                .body("type", endsWith("allocation.earlier-round-waits"))
                .body("earlier", equalTo(1));
        post(world.as(large), "/v1/applications/" + continued + "/withdrawal", Map.of("reason", "Trukket"))
                .statusCode(201);
        adopt(second, Map.of("confirmSuperseded", true)).statusCode(201);
    }

    @Test
    void aRoundOfThoseWhoWereCompleteEarlyIsDecidedWhileTheCallIsOpen() {
        var first = new HashMap<>(round("all", 300_000, "2025-02-20"));
        first.put("completeBy", "2025-02-10T23:59:59+01:00");
        var call = announced(Map.of("rounds", List.of(first, round("all", null, "2025-04-01"))));
        var early = submitted(large, call, 100, 1);
        assessed(early, 350_000, 1);
        world.itIs(Instant.parse("2025-02-15T08:00:00Z"));
        var later = submitted(small, call, 100, 1);
        assertThat(seen(small, later).getInt("round.number")).isEqualTo(2);
        assertThat(seen(large, early).getInt("round.number")).isEqualTo(1);

        adopt(runOf(call, 1, Map.of("rest", true))).statusCode(201);
        assertThat(seen(large, early).getInt("awarded")).isEqualTo(300_000);
        adviser().get("/v1/calls/" + call).then().body("phase", equalTo("open"));
        assertThat(seen(small, later).getString("status")).isEqualTo("submitted");
    }

    @Test
    void roundsAreSetRightWithAReasonAndTheDecidedOnesStay() {
        var wrong = call(Map.of(
                "rounds",
                List.of(round("continuations", 10_000_000, "2025-02-01"), round("continuations", null, "2025-05-01"))));
        post(adviser(), "/v1/calls", wrong)
                .statusCode(422)
                .body(
                        "errors.code",
                        contains(
                                "call.round-without-money",
                                "call.round-day-too-early",
                                "call.round-takes-nobody",
                                "call.new-measures-in-no-round"))
                .body(
                        "errors.pointer",
                        contains("/rounds/1/budget", "/rounds/0/expectedOn", "/rounds/1/takes", "/rounds"));

        var call = announced(CONTINUATIONS_FIRST);
        assessed(submitted(large, call, 100, 2), 350_000, 1);
        submitted(small, call, 100, 1);
        world.itIs(AFTER_THE_DEADLINE);
        var run = runOf(call, 1, Map.of("amount", 400_000));
        corrected(call, round("continuations", 300_000, "2025-04-01"), round("new-measures", null, "2025-06-01"))
                .statusCode(201)
                .body("rounds[0].budget", equalTo(300_000))
                .body("changes.kind", contains("corrected"));
        adopt(run, Map.of("confirmSuperseded", true))
                .statusCode(409)
                .body("type", endsWith("allocation.above-the-round"))
                .body("most", equalTo(300_000));
        adopt(runOf(call, 1, Map.of("amount", 300_000))).statusCode(201);
        corrected(call, round("continuations", 200_000, "2025-04-01"), round("new-measures", null, "2025-06-01"))
                .statusCode(422)
                .body("errors.code", contains("call.round-decided"))
                .body("errors.pointer", contains("/rounds/0"));
        corrected(call, round("continuations", 300_000, "2025-04-01"), round("all", 100_000, "2025-06-01"))
                .statusCode(201);
    }

    @Test
    void aCorrectionOfARoundTakesNothingOfWhatIsOtherRounds() {
        var call = announced(CONTINUATIONS_FIRST);
        assessed(submitted(large, call, 100, 2), 400_000, 1);
        assessed(submitted(small, call, 100, 1), 400_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        var first = runOf(call, 1, Map.of("amount", 300_000));
        adopt(first).statusCode(201);
        correcting(first, call, Map.of("rest", true)).statusCode(201).body("budget", equalTo(500_000));
        correcting(first, call, Map.of("amount", 500_001))
                .statusCode(422)
                .body("errors.code", contains("allocation.within-the-round"));
        var second = correcting(first, call, Map.of("amount", 400_000))
                .statusCode(201)
                .extract()
                .<String>path("id");
        adopt(second).statusCode(201);
        correcting(second, call, Map.of("rest", true)).statusCode(201).body("budget", equalTo(500_000));
        adopt(runOf(call, 2, Map.of("amount", 350_000))).statusCode(201);
        adviser().get("/v1/calls/" + call).then().body("status", equalTo("closed"));
    }

    private ValidatableResponse correcting(String run, String call, Map<String, Object> budget) {
        var body = new HashMap<>(withPots(Map.of("name", "alt", "budget", budget, "model", model(call, 1))));
        body.put("unit", 1);
        body.put("correction", Map.of("runId", run, "reason", text("Feil beløp.")));
        return post(adviser(), "/v1/allocation-runs", body);
    }

    private Map<String, Object> call(Map<String, Object> but) {
        var body = Requests.call(scheme);
        body.putAll(but);
        return body;
    }

    private ValidatableResponse corrected(String call, Object... rounds) {
        return post(
                leader(),
                "/v1/calls/" + call + "/correction",
                Map.of("rounds", List.of(rounds), "reason", "Rundene var delt feil."));
    }
}
