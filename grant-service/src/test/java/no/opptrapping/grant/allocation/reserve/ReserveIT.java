package no.opptrapping.grant.allocation.reserve;

import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Those that the money did not reach are offered what comes back, in their order, by two persons. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ReserveIT extends AllocationStory {
    /** A call of which the large and a fourth had awards; the small had a part, the third and the last nothing. */
    private String call;

    private World.Resident third;
    private World.Resident fourth;
    private World.Resident last;
    private String ofSmall;
    private String ofThird;
    private String ofLast;

    private void decided() {
        third = world.founded("Tredjevik");
        fourth = world.founded("Fjerdevik");
        last = world.founded("Sistevik");
        call = announced();
        assessed(submitted(large, call, 100, 1), 300_000, 1);
        assessed(submitted(fourth, call, 100, 1), 200_000, 2);
        ofSmall = submitted(small, call, 100, 1);
        assessed(ofSmall, 300_000, 3);
        ofThird = submitted(third, call, 100, 1);
        assessed(ofThird, 250_000, 4);
        ofLast = submitted(last, call, 100, 1);
        assessed(ofLast, 150_000, 5);
        world.itIs(AFTER_THE_DEADLINE);
        var run = simulate(Map.of("kind", "application", "callId", call), Map.of("amount", 600_000))
                .statusCode(201)
                .extract()
                .<String>path("id");
        adopt(run).statusCode(201);
    }

    private ValidatableResponse offer(String application, Object... passedOver) {
        return post(
                adviser(),
                "/v1/calls/" + call + "/reserve-offers",
                Map.of("applicationId", application, "passedOver", List.of(passedOver)));
    }

    private static Map<String, Object> passed(String application) {
        return Map.of("applicationId", application, "reason", "Kommunen kan ikke begynne i år.");
    }

    private ValidatableResponse list() {
        return adviser().get("/v1/calls/" + call + "/reserve-list").then().statusCode(200);
    }

    private ValidatableResponse worklist() {
        return adviser().get("/v1/worklist?limit=500").then().statusCode(200);
    }

    @Test
    void whatComesBackIsOfferedInTheirOrder() throws Exception {
        decided();
        list().body("items.applicationId", contains(ofSmall, ofThird, ofLast))
                .body("items.place", contains(1, 2, 3))
                .body("items.due", contains(300_000, 250_000, 150_000))
                .body("items.awarded", contains(100_000, 0, 0))
                .body("items.state", contains("waiting", "waiting", "waiting"));
        adviser().get("/v1/calls/" + call + "/reserve-list?limit=2").then().body("items.place", contains(1, 2));
        world.as(third).get("/v1/calls/" + call + "/reserve-list").then().body("items.place", contains(2));
        world.as(large).get("/v1/calls/" + call + "/reserve-list").then().body("items", equalTo(List.of()));
        worklist()
                .body("items.link", hasItem("/v1/calls/" + call + "/reserve-list"))
                .body("items.find { it.link == '/v1/calls/%s/reserve-list' }.count".formatted(call), equalTo(3));

        offer(ofLast, passed(ofSmall))
                .statusCode(422)
                .body("errors.code", contains("reserve.passed-over-without-reason"))
                .body("errors[0].detail", containsString("2"));
        offer(ofSmall, passed(ofLast))
                .statusCode(422)
                .body("errors.code", contains("reserve.not-before"))
                .body("errors.pointer", contains("/passedOver/0/applicationId"));
        offer(call).statusCode(422).body("errors.code", contains("reserve.not-on-the-list"));

        var more = offer(ofSmall)
                .statusCode(201)
                .body("amount", equalTo(200_000))
                .extract()
                .<String>path("id");
        assertThat(atOnce(8, () -> approve("leader-1", more)))
                .containsOnlyOnce(201)
                .isSubsetOf(201, 409);
        world.as(small)
                .get("/v1/awards?year=2025")
                .then()
                .body("items.amount", contains(300_000))
                .body("items.version", contains(2));
        offer(ofSmall).statusCode(422).body("errors.code", hasItem("reserve.not-waiting"));

        assertThat(atOnce(8, () -> offer(ofThird))).containsOnlyOnce(201).isSubsetOf(201, 422);
        var id = offers("proposed").getString("items[0].id");
        worklist().body("items.link", hasItem("/v1/reserve-offers?state=proposed&callId=" + call));
        approve("adviser-1", id).statusCode(403).body("type", endsWith("reserve.proposer-may-not-decide"));
        var before = available();
        assertThat(atOnce(8, () -> approve("leader-1", id)))
                .containsOnlyOnce(201)
                .isSubsetOf(201, 409);
        assertThat(available()).isEqualTo(before - 250_000);

        world.as(third)
                .get("/v1/applications/" + ofThird)
                .then()
                .body("status", equalTo("approved"))
                .body("awarded", equalTo(250_000));
        world.as(third)
                .get("/v1/applications/" + ofThird + "/letter")
                .then()
                .statusCode(200)
                .body(containsString("250"));
        list().body("items.state", contains("awarded", "awarded", "waiting"))
                .body("items.awarded", contains(300_000, 250_000, 0));
    }

    @Test
    void whoeverIsPassedOverStaysOnTheListAndARefusedOfferIsNone() {
        decided();
        var refused = offer(ofLast, passed(ofSmall), passed(ofThird))
                .statusCode(201)
                .body("amount", equalTo(150_000))
                .extract()
                .<String>path("id");
        list().body("items.state", contains("waiting", "waiting", "proposed"))
                .body("items[1].passedOver", contains("Kommunen kan ikke begynne i år."));
        post(leader(), "/v1/reserve-offers/" + refused + "/refusal", Map.of("reason", "Pengene trengs ikke."))
                .statusCode(201)
                .body("state", equalTo("refused"));
        approve("leader-1", refused).statusCode(409).body("type", endsWith("reserve.decided-before"));
        list().body("items.state", contains("waiting", "waiting", "waiting"));
        offer(ofThird, passed(ofSmall)).statusCode(201);
        var declined = world.as(small).get("/v1/awards?year=2025").jsonPath().getString("items[0].id");
        post(
                        world.as(small),
                        "/v1/awards/" + declined + "/declination",
                        Map.of("declinedBy", "Kari", "reason", "Nei takk."))
                .statusCode(201);
        list().body("items.state", contains("ended", "proposed", "waiting"));
    }

    @Test
    void whatIsLeftIsAnnouncedAgainUnderTheSameRules() {
        decided();
        var rules = version(call);
        world.itIs(World.BEGINNING);
        var second = announced(Map.of("budget", 500_000));
        assertThat(version(second)).isEqualTo(rules);
        var again = submitted(third, second, 100, 1);
        assessed(again, 200_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        adopt(simulate(Map.of("kind", "application", "callId", second), Map.of("amount", 500_000))
                        .statusCode(201)
                        .extract()
                        .path("id"))
                .statusCode(201);
        world.as(third).get("/v1/applications/" + again).then().body("awarded", equalTo(200_000));
    }

    private int version(String of) {
        return adviser().get("/v1/calls/" + of).jsonPath().getInt("schemeVersion");
    }

    private JsonPath offers(String state) {
        return adviser()
                .get("/v1/reserve-offers?callId=" + call + "&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse approve(String person, String id) {
        return post(
                world.asPerson(person, "adviser", "decision-maker"),
                "/v1/reserve-offers/" + id + "/approval",
                Map.of());
    }

    private int available() {
        return adviser()
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("undistributed");
    }

    private static List<Integer> atOnce(int times, Callable<ValidatableResponse> act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(_ -> act).toList())) {
                statuses.add(answer.get().extract().statusCode());
            }
            return statuses;
        }
    }
}
