package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** County governors decide a call of their own municipalities, of their frames, where the rules of the scheme say so. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class RunsOfOfficesIT extends OfficeStory {
    RunsOfOfficesIT() {
        super("91", "92");
    }

    @Test
    void anOfficeDecidesItsOwnMunicipalitiesOfItsFrame() throws Exception {
        framed(500_000, 1_000_000);
        var ofNorth = world.foundedIn(inNorth, "Nordvik");
        var otherOfNorth = world.foundedIn(inNorth, "Nordnes");
        var ofSouth = world.foundedIn(inSouth, "Sørvik");
        publish();
        var call = announced();
        var first = submitted(ofNorth, call, 100, 1);
        var second = submitted(otherOfNorth, call, 100, 1);
        var others = submitted(ofSouth, call, 100, 1);
        assessedBy(inNorth, first, 350_000, 1);
        assessedBy(inNorth, second, 300_000, 2);
        world.itIs(AFTER_THE_DEADLINE);

        simulate(maker(inNorth), call, null, Map.of()).statusCode(403);
        simulate(maker(inNorth), call, south, Map.of())
                .statusCode(403)
                .body("type", endsWith("allocation.of-another-decider"));
        simulate(adviser(), call, null, Map.of())
                .statusCode(422)
                .body("errors.code", contains("allocation.office-named"))
                .body("errors.pointer", contains("/countyGovernorOfficeId"));
        simulate(adviser(), call, north, Map.of()).statusCode(403);
        var run = simulate(maker(inNorth), call, north, Map.of())
                .statusCode(201)
                .body("budget", equalTo(500_000))
                .extract()
                .<String>path("id");
        var result = maker(inNorth)
                .get("/v1/allocation-runs/" + run + "/result")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(amount(result, ofNorth)).isEqualTo(350_000);
        assertThat(amount(result, otherOfNorth)).isEqualTo(150_000);
        for (var what : List.of("", "/result", "/explanations/" + ofSouth.number(), "/change")) {
            maker(inSouth).get("/v1/allocation-runs/" + run + what).then().statusCode(404);
        }
        var list = "/v1/allocation-runs?limit=500&schemeId=" + scheme;
        maker(inSouth).get(list).then().statusCode(200).body("items", equalTo(List.of()));
        maker(inNorth).get(list).then().statusCode(200).body("items.id", contains(run));
        maker(inNorth).get("/v1/allocation-runs/" + run).then().statusCode(200);

        adopt(maker(inNorth), run).statusCode(403).body("type", endsWith("allocation.maker-may-not-adopt"));
        adopt(decider(inSouth), run).statusCode(404);
        adopt(leader(), run).statusCode(403).body("type", endsWith("allocation.of-another-decider"));
        var again = made(inNorth, call, north);
        assertThat(atOnce(List.of(run, again, run, again, run, again, run, again)))
                .containsOnlyOnce(201)
                .isSubsetOf(201, 409);

        world.as(ofNorth).get("/v1/applications/" + first).then().body("awarded", equalTo(350_000));
        world.as(ofSouth).get("/v1/applications/" + others).then().body("status", equalTo("submitted"));
        adviser().get("/v1/calls/" + call).then().body("status", equalTo("announced"));
        unused(north, 0);
        unused(south, 1_000_000);
        maker(inSouth).get("/v1/awards?schemeId=" + scheme).then().body("items", equalTo(List.of()));
        maker(inNorth).get("/v1/awards?schemeId=" + scheme).then().body("items", hasSize(2));

        assessedBy(inSouth, others, 400_000, 1);
        adopt(decider(inSouth), made(inSouth, call, south)).statusCode(201);
        adviser().get("/v1/calls/" + call).then().body("status", equalTo("closed"));
        theReserveOfAnOffice(call, ofNorth, second);
    }

    /** What comes back to the frame is offered down the office's own list, by its own people. */
    private void theReserveOfAnOffice(String call, World.Resident ofNorth, String next) {
        var award = world.as(ofNorth).get("/v1/awards?year=2025").jsonPath().getString("items[0].id");
        post(
                        world.as(ofNorth),
                        "/v1/awards/" + award + "/declination",
                        Map.of("declinedBy", "Kari Nordmann", "reason", "Vi rekker det ikke."))
                .statusCode(201);
        unused(north, 350_000);
        maker(inNorth)
                .get("/v1/calls/" + call + "/reserve-list")
                .then()
                .body("items.applicationId", contains(next))
                .body("items.place", contains(1))
                .body("items.awarded", contains(150_000));
        maker(inSouth).get("/v1/calls/" + call + "/reserve-list").then().body("items", equalTo(List.of()));
        var body = Map.<String, Object>of("applicationId", next);
        post(maker(inSouth), "/v1/calls/" + call + "/reserve-offers", body).statusCode(404);
        post(adviser(), "/v1/calls/" + call + "/reserve-offers", body).statusCode(403);
        var offer = post(maker(inNorth), "/v1/calls/" + call + "/reserve-offers", body)
                .statusCode(201)
                .body("amount", equalTo(150_000))
                .extract()
                .<String>path("id");
        post(decider(inSouth), "/v1/reserve-offers/" + offer + "/approval", Map.of())
                .statusCode(404);
        post(decider(inNorth), "/v1/reserve-offers/" + offer + "/approval", Map.of())
                .statusCode(201);
        unused(north, 200_000);
    }

    @Test
    void anOfficeHasRoundsOfItsOwnAndItsSuccessorGoesOn() {
        framed(1_000_000, 1_000_000);
        var ofNorth = world.foundedIn(inNorth, "Nordre by");
        var begins = world.foundedIn(inNorth, "Nordre bygd");
        publish();
        var call = announced(Map.of(
                "rounds",
                List.of(
                        Map.of("name", text("a"), "takes", "continuations", "expectedOn", "2025-04-01"),
                        Map.of(
                                "name",
                                text("b"),
                                "takes",
                                "new-measures",
                                "expectedOn",
                                "2025-05-01",
                                "budget",
                                400_000))));
        var continued = submitted(ofNorth, call, 100, 2);
        var begun = submitted(begins, call, 100, 1);
        assessedBy(inNorth, continued, 350_000, 1);
        assessedBy(inNorth, begun, 300_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        var first = simulate(maker(inNorth), call, north, Map.of("round", 1))
                .statusCode(201)
                .extract()
                .<String>path("id");
        adopt(decider(inNorth), first).statusCode(201);
        world.as(ofNorth)
                .get("/v1/applications/" + continued)
                .then()
                .body("status", equalTo("approved"))
                .body("round.number", equalTo(1));
        var second = simulate(maker(inNorth), call, north, Map.of("round", 2))
                .statusCode(201)
                .extract()
                .<String>path("id");

        // The county is the south's from that day, and so are the people who had what it has not decided.
        exist(LocalDate.of(2025, 4, 1));
        adopt(decider(inNorth), second).statusCode(409).body("type", endsWith("allocation.rounds-changed"));
        var goesOn = simulate(maker(inNorth), call, south, Map.of("round", 2))
                .statusCode(201)
                .extract()
                .<String>path("id");
        adopt(decider(inNorth), goesOn).statusCode(201);
        world.as(begins).get("/v1/applications/" + begun).then().body("awarded", equalTo(300_000));
        adviser().get("/v1/calls/" + call).then().body("status", equalTo("closed"));
    }

    private List<Integer> atOnce(List<String> runs) throws Exception {
        try (var threads = Executors.newFixedThreadPool(runs.size())) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(IntStream.range(0, runs.size())
                    .<Callable<Integer>>mapToObj(i ->
                            () -> adopt(decider(inNorth), runs.get(i)).extract().statusCode())
                    .toList())) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
