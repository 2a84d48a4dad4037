package no.opptrapping.grant.allocation.reserve;

import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** The reserve list and a correction of the run that it comes from give the same money: nobody gets it twice. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class CorrectionAndReserveIT extends AllocationStory {
    private String call;
    private String run;
    private World.Resident third;
    private String ofLarge;
    private String ofSmall;
    private String ofThird;

    /** The large has 300 000 of 300 000, the small 100 000 of 300 000, the third nothing of 250 000. */
    private void decided() {
        third = world.founded("Tredjevik");
        call = announced();
        ofLarge = submitted(large, call, 100, 1);
        assessed(ofLarge, 300_000, 1);
        ofSmall = submitted(small, call, 100, 1);
        assessed(ofSmall, 300_000, 2);
        ofThird = submitted(third, call, 100, 1);
        assessed(ofThird, 250_000, 3);
        world.itIs(AFTER_THE_DEADLINE);
        run = simulate(Map.of("kind", "application", "callId", call), Map.of("amount", 400_000))
                .statusCode(201)
                .extract()
                .path("id");
        adopt(run).statusCode(201);
    }

    @Test
    void nobodyGetsMoreThanItIsDueByTheTwoTogether() {
        decided();
        approve(proposed(ofSmall)).statusCode(201);
        seen(small, ofSmall, "approved", 300_000);
        var waiting = proposed(ofThird);

        var second = correcting(run, 850_000);
        adopt(second).statusCode(201);
        awards(small).body("items.amount", contains(300_000));
        awards(third).body("items.amount", contains(250_000));
        seen(small, ofSmall, "approved", 300_000);
        approve(waiting)
                .statusCode(409)
                .body("type", endsWith("reserve.less-is-missing"))
                .body("missing", equalTo(0));
        list().body("items", equalTo(List.of()));

        adopt(correcting(second, 400_000)).statusCode(201);
        awards(small).body("items.amount", contains(100_000));
        awards(third).body("items.status", contains("annulled"));
        balanced();
    }

    @Test
    void whatTheReserveListGaveStaysAndIsNotDividedAgain() {
        decided();
        approve(proposed(ofSmall)).statusCode(201);
        // 300 000 for the large and the 100 000 that the run itself gave the small, and all that is left.
        simulated(correction(run, Map.of("rest", true)))
                .statusCode(201)
                .body("budget", equalTo(APPROPRIATION - 200_000));
        var second = correcting(run, 300_000);
        adopt(second).statusCode(201);
        awards(small).body("items.amount", contains(200_000));
        seen(small, ofSmall, "approved", 200_000);
        list().body("items.applicationId", contains(ofSmall, ofThird))
                .body("items.awarded", contains(200_000, 0))
                .body("items.state", contains("waiting", "waiting"));
        balanced();
    }

    @Test
    void whoWasReducedToNothingIsOnTheListAndCanBeAwardedAnew() {
        decided();
        var second = correcting(run, 50_000);
        adopt(second).statusCode(201);
        seen(small, ofSmall, "rejected", 0);
        list().body("items.applicationId", contains(ofLarge, ofSmall, ofThird))
                .body("items.awarded", contains(50_000, 0, 0))
                .body("items.state", everyItem(equalTo("waiting")));
        approve(proposed(ofSmall, ofLarge)).statusCode(201);
        awards(small)
                .body("items.amount", contains(100_000, 300_000))
                .body("items.status", contains("annulled", "awarded"));
        seen(small, ofSmall, "approved", 300_000);
        list().body("items.state", contains("waiting", "awarded", "waiting"))
                .body("items.awarded", contains(50_000, 300_000, 0));
        // Two awards of one application, of which one was made by the reserve list.
        adopt(correcting(second, 600_000)).statusCode(201);
        awards(small).body("items.amount", contains(100_000, 300_000));
        awards(large).body("items.amount", contains(300_000));
        list().body("items.applicationId", contains(ofThird));
        balanced();
    }

    @Test
    void ofTheTwoAtOnceNothingIsLostAndNothingComesTwice() throws Exception {
        decided();
        var ofOne = proposed(ofSmall);
        var ofOther = proposed(ofThird);
        var corrections = IntStream.range(0, 4)
                .mapToObj(i -> correcting(run, 850_000 - i))
                .toList();
        var acts = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 4; i++) {
            var correction = corrections.get(i);
            acts.add(() -> approve(ofOne).extract().statusCode());
            acts.add(() -> adopt(correction, Map.of("confirmSuperseded", true))
                    .extract()
                    .statusCode());
            acts.add(() -> approve(ofOther).extract().statusCode());
        }
        try (var people = Executors.newFixedThreadPool(acts.size())) {
            for (var answer : people.invokeAll(acts)) {
                assertThat(answer.get()).isIn(201, 409);
            }
        }
        awards(small).body("items.amount", contains(300_000));
        var ofThirdNow = awards(third).extract().jsonPath().getList("items.amount", Integer.class);
        assertThat(ofThirdNow).hasSize(1);
        assertThat(ofThirdNow.getFirst()).isBetween(249_997, 250_000);
        seen(small, ofSmall, "approved", 300_000);
        balanced();
    }

    private Map<String, Object> correction(String of, Map<String, Object> budget) {
        var body = new HashMap<>(withPots(
                Map.of("name", "alt", "budget", budget, "model", Map.of("kind", "application", "callId", call))));
        body.put("unit", 1);
        body.put("correction", Map.of("runId", of, "reason", text("Feil beløp.")));
        return body;
    }

    private String correcting(String of, int amount) {
        return simulated(correction(of, Map.of("amount", amount)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse simulated(Map<String, Object> body) {
        return post(adviser(), "/v1/allocation-runs", body);
    }

    private String proposed(String application, String... passedOver) {
        return post(
                        adviser(),
                        "/v1/calls/" + call + "/reserve-offers",
                        Map.of(
                                "applicationId",
                                application,
                                "passedOver",
                                List.of(passedOver).stream()
                                        .map(one -> Map.of("applicationId", one, "reason", "Kan ikke begynne i år."))
                                        .toList()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse approve(String offer) {
        return post(leader(), "/v1/reserve-offers/" + offer + "/approval", Map.of());
    }

    private ValidatableResponse list() {
        return adviser().get("/v1/calls/" + call + "/reserve-list").then().statusCode(200);
    }

    private ValidatableResponse awards(World.Resident of) {
        return world.as(of).get("/v1/awards?year=2025").then().statusCode(200);
    }

    private void seen(World.Resident by, String application, String status, int awarded) {
        world.as(by)
                .get("/v1/applications/" + application)
                .then()
                .body("status", equalTo(status))
                .body("awarded", equalTo(awarded));
    }

    private void balanced() {
        world.asPerson("kari", "controller")
                .get("/v1/ledger/check?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }
}
