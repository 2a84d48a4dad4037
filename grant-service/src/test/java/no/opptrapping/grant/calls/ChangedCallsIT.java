package no.opptrapping.grant.calls;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An announced call by the clock, and when it is extended, corrected or called off. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ChangedCallsIT {
    private static final Instant LAST_MINUTES = Instant.parse("2025-03-01T22:58:00Z");
    private static final String A_DAY_MORE = "2025-03-02T23:59:59+01:00";

    @Inject
    World world;

    private World.Resident utsira;
    private String call;

    @BeforeEach
    void announce() {
        world.itIs(World.BEGINNING);
        utsira = world.founded("Utsira");
        var scheme = world.schemeInForce(scheme("s-" + UUID.randomUUID()));
        call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", call(scheme))
                .statusCode(201)
                .body("phase", equalTo("draft"))
                .extract()
                .path("id");
        change("announcement", Map.of()).statusCode(201).body("phase", equalTo("scheduled"));
    }

    @Test
    void isPublicFromItsAnnouncementOnAndADraftIsNot() {
        given().get("/v1/calls/" + call)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=60, must-revalidate")
                .body("phase", equalTo("scheduled"));
        given().get("/v1/calls?limit=500").then().statusCode(200).body("items.id", hasItem(call));
        var scheme = world.schemeInForce(scheme("s-" + UUID.randomUUID()));
        var draft = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", call(scheme))
                .extract()
                .<String>path("id");
        given().get("/v1/calls/" + draft).then().statusCode(404);
        given().get("/v1/calls?schemeId=" + scheme).then().statusCode(200).body("items.id", not(hasItem(draft)));
        world.asPerson("adviser-1", "adviser")
                .get("/v1/calls/" + draft)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void opensAndClosesByTheClockInNorway() {
        for (var moment : Map.of(
                        "2025-01-14T22:58:00Z", "scheduled",
                        "2025-01-14T23:00:00Z", "open",
                        "2025-03-01T22:58:00Z", "open",
                        "2025-03-01T23:00:00Z", "closed")
                .entrySet()) {
            world.itIs(Instant.parse(moment.getKey()));
            read().body("phase", equalTo(moment.getValue()));
        }
    }

    @Test
    void anExtendedCallTakesApplicationsUntilItsNewDeadline() {
        world.itIs(LAST_MINUTES);
        var draft = begun();
        change("extension", Map.of("deadline", A_DAY_MORE, "reason", "Innsendingen var nede."))
                .statusCode(201)
                .body("deadline", equalTo("2025-03-02T22:59:59Z"))
                .body("version", equalTo(3));
        world.itIs(LAST_MINUTES.plusSeconds(3600));
        post(world.as(utsira), "/v1/applications/" + draft + "/submission").statusCode(201);
        read().body("phase", equalTo("open"))
                .body("changes.kind", contains("extended"))
                .body("changes.reason", contains("Innsendingen var nede."))
                .body("changes[0].deadlineBefore", equalTo("2025-03-01T22:59:59Z"));
    }

    @Test
    void aDeadlineIsMovedForwardsOnlyAndNotWhenItHasPassed() {
        change("extension", Map.of("deadline", "2025-03-01T23:59:59+01:00", "reason", "x"))
                .statusCode(422)
                .body("errors.code", contains("call.deadline-not-later"));
        world.itIs(LAST_MINUTES.plusSeconds(120));
        change("extension", Map.of("deadline", A_DAY_MORE, "reason", "x"))
                .statusCode(409)
                .body("type", endsWith("call.deadline-passed"));
        read().body("version", equalTo(2));
    }

    @Test
    void whatIsCorrectedLeavesWhatApplicantsHaveWritten() {
        world.itIs(Instant.parse("2025-02-01T10:00:00Z"));
        var draft = begun();
        change("correction", Map.of("title", text("Utlysning for 2025"), "budget", 12_000_000, "reason", "Skrivefeil."))
                .statusCode(201)
                .body("title.nb", equalTo("Utlysning for 2025"))
                .body("budget", equalTo(12_000_000))
                .body("deadline", equalTo("2025-03-01T22:59:59Z"));
        change("correction", Map.of("reason", "Ingenting.")).statusCode(422);
        change("correction", Map.of("budget", 0, "reason", "Null."))
                .statusCode(422)
                .body("errors.code", contains("call.budget-not-positive"));
        post(world.as(utsira), "/v1/applications/" + draft + "/submission").statusCode(201);
    }

    @Test
    void aCallThatIsCalledOffTakesAndDecidesNothing() {
        world.itIs(Instant.parse("2025-02-01T10:00:00Z"));
        var submitted = begun();
        post(world.as(utsira), "/v1/applications/" + submitted + "/submission").statusCode(201);
        var other = world.founded("Røst");
        var draft = post(world.as(other), "/v1/applications", application(call))
                .statusCode(201)
                .extract()
                .<String>path("id");

        change("cancellation", Map.of("reason", "Stortinget har ikke bevilget pengene."))
                .statusCode(201)
                .body("phase", equalTo("cancelled"))
                .body("changes.kind", hasItem("cancelled"));

        post(world.as(other), "/v1/applications/" + draft + "/submission")
                .statusCode(422)
                .body("errors.code", hasItem("application.call-cancelled"));
        post(world.as(other), "/v1/applications", application(call))
                .statusCode(409)
                .body("type", endsWith("application.call-cancelled"));
        post(world.asPerson("adviser-1", "adviser"), "/v1/assessments", assessment(submitted, 400_000, 1))
                .statusCode(409)
                .body("type", endsWith("assessment.call-cancelled"));
        change("cancellation", Map.of("reason", "Igjen.")).statusCode(409);
        change("extension", Map.of("deadline", A_DAY_MORE, "reason", "x"))
                .statusCode(409)
                .body("type", endsWith("call.not-announced"));
        world.as(utsira).get("/v1/calls/" + call).then().statusCode(200).body("phase", equalTo("cancelled"));
    }

    @Test
    void ofManyThatCallItOffAtOnceOneDoes() throws Exception {
        Callable<Integer> cancel =
                () -> change("cancellation", Map.of("reason", "Av.")).extract().statusCode();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(List.of(cancel, cancel, cancel, cancel, cancel, cancel))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(201).isSubsetOf(201, 409);
        }
    }

    private String begun() {
        return post(world.as(utsira), "/v1/applications", application(call))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse change(String what, Map<String, Object> body) {
        return post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/" + what, body);
    }

    private ValidatableResponse read() {
        return world.as(utsira).get("/v1/calls/" + call).then().statusCode(200);
    }
}
