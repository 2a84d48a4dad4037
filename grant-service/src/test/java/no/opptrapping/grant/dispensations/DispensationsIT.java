package no.opptrapping.grant.dispensations;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.DecideApplications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.testing.SubmittedApplications;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One municipality applies after the deadline, by decision of two persons. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class DispensationsIT extends SubmittedApplications {
    private static final Instant DEADLINE = Instant.parse("2025-03-01T22:59:59Z");
    private static final Instant LATE = DEADLINE.plusSeconds(3600);
    private static final String OWN_DEADLINE = "2025-03-05T23:59:59+01:00";
    private static final Map<String, Object> YES = Map.of("granted", true, "reason", "Rimelig.");

    @Inject
    DecideApplications decideApplications;

    private World.Resident utsira;
    private String draft;

    @BeforeEach
    void begin() {
        utsira = world.founded("Utsira");
        draft = begun(utsira, 300_000);
        world.itIs(LATE);
    }

    @Test
    void oneMunicipalityWritesAndSubmitsUntilItsOwnDeadlineAndNobodyElseDoes() {
        var other = world.founded("Røst");
        submit(utsira, draft).statusCode(422).body("errors.code", contains("application.deadline-passed"));
        var id = proposed(utsira);
        submit(utsira, draft).statusCode(422);
        decide(id, YES).statusCode(201).body("state", equalTo("granted")).body("lastDay", equalTo("2025-03-05"));

        assertThat(hindrance()).containsInstanceOf(DecideApplications.Outcome.CallNotOver.class);
        world.as(utsira)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(application(call))
                .put("/v1/applications/" + draft)
                .then()
                .statusCode(200);
        post(world.as(other), "/v1/applications", application(call)).statusCode(409);
        submit(utsira, draft).statusCode(201);
        assertThat(hindrance()).isEmpty();
    }

    @Test
    void afterItsOwnDeadlineTheMunicipalityIsLateTooAndNobodyWaitsForIt() {
        decide(proposed(utsira), YES).statusCode(201);
        world.itIs(Instant.parse("2025-03-05T23:00:00Z"));
        submit(utsira, draft).statusCode(422).body("errors.code", contains("application.deadline-passed"));
        assertThat(hindrance()).isEmpty();
    }

    @Test
    void whoeverProposesDoesNotDecideAndWhatIsDecidedStays() {
        var both = world.asPerson("begge", "adviser", "decision-maker");
        var id = post(both, "/v1/dispensations", proposal(utsira))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.asPerson("begge", "adviser", "decision-maker"), "/v1/dispensations/" + id + "/decision", YES)
                .statusCode(403)
                .body("type", endsWith("dispensation.proposer-may-not-decide"));
        world.as(utsira).get("/v1/dispensations/" + id).then().statusCode(404);
        decide(id, Map.of("granted", false, "reason", "Nei.")).statusCode(201).body("state", equalTo("refused"));
        decide(id, YES).statusCode(409).body("type", endsWith("dispensation.decided-before"));
        world.as(utsira).get("/v1/dispensations/" + id).then().statusCode(200);
        world.as(world.founded("Røst")).get("/v1/dispensations/" + id).then().statusCode(404);
        submit(utsira, draft).statusCode(422);
        proposed(utsira);
    }

    @Test
    void ofManyAtOnceOneProposesAndOneDecides() throws Exception {
        assertThat(atOnce(8, () -> post(adviser(), "/v1/dispensations", proposal(utsira))))
                .containsOnly(Map.entry(201, 1L), Map.entry(409, 7L));
        var id = adviser()
                .get("/v1/dispensations?state=proposed&callId=" + call)
                .then()
                .extract()
                .<String>path("items[0].id");
        assertThat(atOnce(8, () -> decide(id, YES))).containsOnly(Map.entry(201, 1L), Map.entry(409, 7L));
    }

    @Test
    void everyFaultOfAProposalIsTold() {
        post(
                        adviser(),
                        "/v1/dispensations",
                        Map.of(
                                "callId", UUID.randomUUID(),
                                "municipality", "9999",
                                "until", "2025-01-01T00:00:00Z",
                                "reason", "x"))
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "dispensation.call-unknown",
                                "dispensation.municipality-unknown",
                                "dispensation.until-not-later"));
        disqualified("adviser-1");
        post(adviser(), "/v1/dispensations", proposal(utsira)).statusCode(403);
    }

    @Test
    void anOutageOfOursProposesItToEverybodyWhomItHit() {
        world.itIs(OPEN);
        var submitted = world.founded("Røst");
        submitted(submitted, 100_000);
        world.itIs(LATE.plusSeconds(3600));
        var outage = Map.of(
                "from", "2025-03-01T22:00:00Z",
                "to", "2025-03-01T23:30:00Z",
                "what", "Innsendingen var nede.",
                "until", OWN_DEADLINE);
        var registered = post(world.asPerson("drift", "administrator"), "/v1/outages", outage)
                .statusCode(201)
                .body("proposed", greaterThanOrEqualTo(1));
        given().get("/v1/outages").then().statusCode(200).body("items.what", hasItem("Innsendingen var nede."));
        adviser()
                .get("/v1/dispensations?callId=" + call)
                .then()
                .body("items.municipality.number", contains(utsira.number().value()))
                .body("items.state", contains("proposed"))
                .body("items.reason", contains("Innsendingen var nede."));
        var id = registered.extract().<String>path("id");
        decideAll(world.asPerson("drift", "decision-maker"), id)
                .statusCode(403)
                .body("type", endsWith("dispensation.proposer-may-not-decide"));
        decideAll(leader(), id)
                .statusCode(201)
                .body("decided", greaterThanOrEqualTo(1))
                .body("left", equalTo(0));
        decideAll(leader(), id).statusCode(201).body("decided", equalTo(0));
        submit(utsira, draft).statusCode(201);
        var earlier = Map.of(
                "from", "2025-02-20T22:00:00Z",
                "to", "2025-02-20T23:30:00Z",
                "what", "En annen kveld.",
                "until", OWN_DEADLINE);
        post(world.asPerson("drift", "administrator"), "/v1/outages", earlier)
                .statusCode(201)
                .body("proposed", equalTo(0));
        post(
                        world.asPerson("drift", "administrator"),
                        "/v1/outages",
                        Map.of(
                                "from", "2025-03-09T22:00:00Z",
                                "to", "2025-03-09T21:00:00Z",
                                "what", "x",
                                "until", "2025-01-01T00:00:00Z"))
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "outage.ends-before-it-begins", "outage.not-over", "dispensation.until-not-later"));
        world.asCountyGovernor("99")
                .get("/v1/dispensations?callId=" + call)
                .then()
                .body("items", empty());
    }

    private Optional<DecideApplications.Outcome> hindrance() {
        return QuarkusTransaction.requiringNew()
                .call(() -> decideApplications.hindrance(CallPart.whole(new CallId(UUID.fromString(call)))));
    }

    private Map<String, Object> proposal(World.Resident municipality) {
        return Map.of(
                "callId",
                call,
                "municipality",
                municipality.number().value(),
                "until",
                OWN_DEADLINE,
                "reason",
                "Strømmen var borte.");
    }

    private static ValidatableResponse decideAll(RequestSpecification who, String outage) {
        return post(who, "/v1/outages/" + outage + "/decision", YES);
    }

    private String proposed(World.Resident municipality) {
        return post(adviser(), "/v1/dispensations", proposal(municipality))
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .extract()
                .path("id");
    }

    private ValidatableResponse decide(String id, Map<String, Object> body) {
        return post(leader(), "/v1/dispensations/" + id + "/decision", body);
    }

    private ValidatableResponse submit(World.Resident municipality, String id) {
        return post(world.as(municipality), "/v1/applications/" + id + "/submission");
    }
}
