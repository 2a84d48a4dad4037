package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.World.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.known.HeardOffice;
import no.opptrapping.grant.known.HeardOffices;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A scheme that two county governors' offices decide in, of their frames. */
abstract class OfficeStory extends AllocationStory {
    protected static final String ELSEWHERE = "00";

    protected final String inNorth;
    protected final String inSouth;

    @Inject
    HeardOffices offices;

    protected final CountyGovernorOfficeId north = new CountyGovernorOfficeId(UUID.randomUUID());
    protected final CountyGovernorOfficeId south = new CountyGovernorOfficeId(UUID.randomUUID());

    /** Stories of two counties that no other class has. */
    OfficeStory(String inNorth, String inSouth) {
        this.inNorth = inNorth;
        this.inSouth = inSouth;
    }

    /** The counties are those of the next test's offices. */
    @AfterEach
    void leave() {
        keep(north, List.of(covering(null, null)), null);
        keep(south, List.of(covering(null, null)), null);
    }

    /** Both are there, the north until a day on which the south comes in its place. */
    protected void exist(@Nullable LocalDate northUntil) {
        keep(north, List.of(covering(null, northUntil, inNorth)), northUntil);
        keep(
                south,
                northUntil == null
                        ? List.of(covering(null, null, inSouth))
                        : List.of(covering(null, northUntil, inSouth), covering(northUntil, null, inSouth, inNorth)),
                null);
    }

    /** The north's county is the south's from the day, and the north goes on with another. */
    protected void theNorthsCountyComesToTheSouth(LocalDate on) {
        keep(north, List.of(covering(null, on, inNorth, ELSEWHERE), covering(on, null, ELSEWHERE)), null);
        keep(south, List.of(covering(null, on, inSouth), covering(on, null, inSouth, inNorth)), null);
    }

    private void keep(CountyGovernorOfficeId id, List<HeardOffice.Version> versions, @Nullable LocalDate until) {
        var office = new HeardOffice(id, null, versions, until, until == null ? null : south);
        QuarkusTransaction.requiringNew().run(() -> offices.keep(office));
    }

    private static HeardOffice.Version covering(
            @Nullable LocalDate from, @Nullable LocalDate until, String... counties) {
        return new HeardOffice.Version(
                "Statsforvalteren i " + String.join(" og ", counties), List.of(counties), from, until);
    }

    /** The rules of the scheme from today have the Directorate decide. */
    protected void theDirectorateDecidesFromNowOn() {
        post(adviser(), "/v1/schemes/" + scheme + "/versions", rules(28)).statusCode(201);
        post(
                        leader(),
                        "/v1/schemes/" + scheme + "/versions/2/entry-into-force",
                        Map.of(
                                "inForceFrom",
                                LocalDate.ofInstant(WHILE_OPEN, ZoneOffset.UTC).toString()))
                .statusCode(201);
    }

    /** A scheme that county governors decide in, with these frames. */
    protected void framed(int ofNorth, int ofSouth) {
        exist(null);
        scheme = delegatedSchemeWithMoney();
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

    protected RequestSpecification maker(String county) {
        return world.asCountyGovernor("maker-" + county, county);
    }

    protected RequestSpecification decider(String county) {
        return world.asCountyGovernor("decider-" + county, county);
    }

    protected ValidatableResponse simulate(
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

    protected String made(String county, String call, CountyGovernorOfficeId office) {
        return simulate(maker(county), call, office, Map.of())
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static ValidatableResponse adopt(RequestSpecification by, String run) {
        return post(by, "/v1/allocation-runs/" + run + "/adoption", Map.of());
    }

    protected void assessedBy(String county, String application, int amount, int rank) {
        post(maker(county), "/v1/assessments", assessment(application, amount, rank))
                .statusCode(201);
    }

    /** What the office may still award. */
    protected void unused(CountyGovernorOfficeId office, int amount) {
        adviser()
                .get("/v1/frames?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200)
                .body("items.find { it.countyGovernorOfficeId == '" + office + "' }.unused", equalTo(amount));
    }
}
