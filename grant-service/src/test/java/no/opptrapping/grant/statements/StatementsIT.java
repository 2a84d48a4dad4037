package no.opptrapping.grant.statements;

import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.testing.SubmittedApplications;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the rules ask for it the county governor has its say, within its own deadline. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class StatementsIT extends SubmittedApplications {
    /** Ten days after 1 March, in Norway. */
    private static final Instant LAST_MOMENT = Instant.parse("2025-03-11T23:00:00Z");

    private String application;

    @BeforeEach
    void apply() {
        application = submitted(world.foundedIn("71", "Fjellby"), 400_000);
    }

    @Override
    protected String schemeInForce() {
        var id = post(adviser(), "/v1/schemes", scheme("s-" + UUID.randomUUID()))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var rules = rules(28);
        rules.put("awardCriteria", List.of());
        rules.put("handling", Map.of("statementDays", 10));
        adviser()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(rules)
                .put("/v1/schemes/" + id + "/versions/1")
                .then()
                .statusCode(200);
        post(leader(), "/v1/schemes/" + id + "/versions/1/entry-into-force", Map.of())
                .statusCode(201);
        return id;
    }

    @Test
    void theAssessmentWaitsForTheStatementUntilItIsGiven() {
        post(adviser(), "/v1/cases/" + application + "/taking").statusCode(201);
        step("statement").body("items[0].waitsFor.until", equalTo("2025-03-11T23:00:00Z"));
        assess().statusCode(409).body("type", endsWith("assessment.awaits-statement"));
        give("71", Map.of("advice", "approve", "amount", 300_000, "text", "En god plan."))
                .statusCode(201)
                .body("late", equalTo(false))
                .body("due", equalTo("2025-03-11T23:00:00Z"));
        step("assessment");
        assess().statusCode(201);
        step("second-person");
        adviser()
                .get("/v1/applications/" + application + "/statement")
                .then()
                .statusCode(200)
                .body("text", equalTo("En god plan."));
    }

    @Test
    void whenTheDeadlineHasPassedNobodyWaitsAndWhatComesIsMarked() {
        world.itIs(LAST_MOMENT.minusSeconds(60));
        assess().statusCode(409);
        world.itIs(LAST_MOMENT.plusSeconds(60));
        step("take");
        assess().statusCode(201);
        give("71", Map.of("advice", "none", "text", "Beklager."))
                .statusCode(201)
                .body("late", equalTo(true));
    }

    @Test
    void onlyTheGovernorOfTheCountyOfTodayHasASayAndOnlyOnce() throws Exception {
        give("72", Map.of("advice", "reject", "text", "Nei.")).statusCode(404);
        post(adviser(), statement(), Map.of("advice", "reject", "text", "Nei.")).statusCode(403);
        give("71", Map.of("advice", "reject", "amount", 1, "text", "Nei."))
                .statusCode(422)
                .body("errors.pointer", contains("/amount"));
        give("71", Map.of("advice", "approve", "amount", 400_001, "text", "Ja."))
                .statusCode(422);
        assertThat(atOnce(8, () -> give("71", Map.of("advice", "reject", "text", "Nei."))))
                .containsOnly(Map.entry(201, 1L), Map.entry(409, 7L));
    }

    @Test
    void aGovernorHasAWorklistOfWhatIsAwaitedAndNobodyElses() {
        var worklist = "/v1/awaited-statements?limit=500";
        world.asCountyGovernor("71")
                .get(worklist)
                .then()
                .statusCode(200)
                .body("items.applicationId", hasItem(application));
        world.asCountyGovernor("72").get(worklist).then().body("items.applicationId", not(hasItem(application)));
        world.itIs(LAST_MOMENT.plusSeconds(1));
        adviser()
                .get(worklist)
                .then()
                .body("items.find { it.applicationId == '" + application + "' }.overdue", equalTo(true));
        give("71", Map.of("advice", "approve", "text", "Ja.")).statusCode(201);
        world.asCountyGovernor("71").get(worklist).then().body("items.applicationId", not(hasItem(application)));
    }

    @Test
    void theApplicantDoesNotSeeItBeforeTheDecision() {
        var municipality = world.foundedIn("71", "Fjordby");
        var id = submitted(municipality, 200_000);
        post(
                        world.asCountyGovernor("71"),
                        "/v1/applications/" + id + "/statement",
                        Map.of("advice", "reject", "text", "Nei."))
                .statusCode(201);
        world.as(municipality)
                .get("/v1/applications/" + id + "/statement")
                .then()
                .statusCode(404);
    }

    @Test
    void whoeverIsDisqualifiedHasNoSayAndASchemeThatAsksForNoneGetsNone() {
        disqualified("governor-71");
        give("71", Map.of("advice", "reject", "text", "Nei."))
                .statusCode(403)
                .body("type", endsWith("impartiality.disqualified"));
        world.itIs(World.BEGINNING);
        call = announced(call(world.schemeInForce(scheme("s-" + UUID.randomUUID()))));
        world.itIs(OPEN);
        var other = submitted(world.foundedIn("73", "Dalby"), 200_000);
        post(
                        world.asCountyGovernor("73"),
                        "/v1/applications/" + other + "/statement",
                        Map.of("advice", "reject", "text", "Nei."))
                .statusCode(409)
                .body("type", endsWith("statement.not-asked-for"));
        world.asCountyGovernor("73").get("/v1/awaited-statements").then().body("items", empty());
    }

    private ValidatableResponse step(String step) {
        return adviser()
                .get("/v1/assessment-queue?callId=" + call)
                .then()
                .statusCode(200)
                .body("items.waitsFor.step", contains(step));
    }

    private ValidatableResponse assess() {
        return post(adviser(), "/v1/assessments", assessment(application, 300_000, 1));
    }

    private ValidatableResponse give(String county, Map<String, Object> body) {
        return post(world.asCountyGovernor(county), statement(), body);
    }

    private String statement() {
        return "/v1/applications/" + application + "/statement";
    }
}
