package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.known.HeardOffice;
import no.opptrapping.grant.known.HeardOffices;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** County governors decide a call of their own municipalities, of their frames, where the rules of the scheme say so. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class RunsOfOfficesIT extends AllocationStory {
    /** Counties of this test alone: the offices of another stand for theirs. */
    private static final AtomicInteger COUNTIES = new AtomicInteger(90);

    private final String inNorth = Integer.toString(COUNTIES.incrementAndGet());
    private final String inSouth = Integer.toString(COUNTIES.incrementAndGet());

    @Inject
    HeardOffices offices;

    private final CountyGovernorOfficeId north = new CountyGovernorOfficeId(UUID.randomUUID());
    private final CountyGovernorOfficeId south = new CountyGovernorOfficeId(UUID.randomUUID());

    private void exist(@Nullable LocalDate northUntil) {
        for (var office : List.of(heard(north, inNorth, northUntil), heard(south, inSouth, null))) {
            QuarkusTransaction.requiringNew().run(() -> offices.keep(office));
        }
    }

    private HeardOffice heard(CountyGovernorOfficeId id, String county, @Nullable LocalDate until) {
        return new HeardOffice(
                id,
                null,
                List.of(new HeardOffice.Version("Statsforvalteren i " + county, List.of(county), null, until)),
                until,
                until == null ? null : south);
    }

    /** A scheme that county governors decide in, with these frames. */
    private void framed(int ofNorth, int ofSouth) {
        exist(null);
        var body = scheme("s-" + UUID.randomUUID());
        body.put("chapter", Integer.toString(CHAPTERS.incrementAndGet()));
        var delegated = rules(28);
        delegated.put("chapter", body.get("chapter"));
        delegated.put("awardCriteria", List.of());
        delegated.put("decidedBy", "county-governors");
        scheme = world.schemeInForce(body, delegated);
        var appropriation = post(
                        adviser(),
                        "/v1/appropriations",
                        Map.of("schemeId", scheme, "year", 2025, "amount", APPROPRIATION, "source", "Prop. 1 S"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(leader(), "/v1/appropriations/" + appropriation + "/approval", Map.of())
                .statusCode(201);
        var frames = post(
                        adviser(),
                        "/v1/frame-changes",
                        Map.of(
                                "schemeId",
                                scheme,
                                "year",
                                2025,
                                "lines",
                                List.of(
                                        Map.of("countyGovernorOfficeId", north, "amount", ofNorth),
                                        Map.of("countyGovernorOfficeId", south, "amount", ofSouth)),
                                "reason",
                                "Fordelt etter folketall."))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(leader(), "/v1/frame-changes/" + frames + "/adoption", Map.of()).statusCode(201);
    }

    private RequestSpecification maker(String county) {
        return world.asCountyGovernor("maker-" + county, county);
    }

    private RequestSpecification decider(String county) {
        return world.asCountyGovernor("decider-" + county, county);
    }

    private ValidatableResponse simulate(
            RequestSpecification by, String call, @Nullable CountyGovernorOfficeId office, Map<String, Object> more) {
        var model = new HashMap<String, Object>(Map.of("kind", "application", "callId", call));
        model.putAll(more);
        var run = withPots(Map.of("name", "alt", "budget", Map.of("rest", true), "model", model));
        run.put("unit", 1);
        if (office != null) {
            run.put("countyGovernorOfficeId", office);
        }
        return post(by, "/v1/allocation-runs", run);
    }

    private String made(String county, String call, CountyGovernorOfficeId office) {
        return simulate(maker(county), call, office, Map.of())
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse adopt(RequestSpecification by, String run) {
        return post(by, "/v1/allocation-runs/" + run + "/adoption", Map.of());
    }

    private void assessedBy(String county, String application, int amount, int rank) {
        post(maker(county), "/v1/assessments", assessment(application, amount, rank))
                .statusCode(201);
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
        maker(inSouth).get("/v1/allocation-runs/" + run + "/result").then().statusCode(404);

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

        exist(LocalDate.of(2025, 4, 1));
        adopt(decider(inNorth), second).statusCode(404);
    }

    private void unused(CountyGovernorOfficeId office, int amount) {
        adviser()
                .get("/v1/frames?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200)
                .body("items.find { it.countyGovernorOfficeId == '" + office + "' }.unused", equalTo(amount));
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
