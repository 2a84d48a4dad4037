package no.opptrapping.grant.assessment;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.criterion;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the scheme's rules have award criteria, applications are scored by them and by nothing else. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ScoredAssessmentsIT {
    @Inject
    World world;

    private String application;

    /** Need counts 60, plan 40, each with six points at most. */
    @BeforeEach
    void applyToACallWithCriteria() {
        applyUnder(rules(28));
    }

    private void applyUnder(Map<String, Object> rules) {
        world.itIs(World.BEGINNING);
        var scheme = post(adviser(), "/v1/schemes", scheme("s-" + UUID.randomUUID()))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var version = "/v1/schemes/" + scheme + "/versions/1";
        adviser()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(rules)
                .put(version)
                .then()
                .statusCode(200);
        post(leader(), version + "/entry-into-force", Map.of()).statusCode(201);
        var call = post(adviser(), "/v1/calls", call(scheme))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(leader(), "/v1/calls/" + call + "/announcement").statusCode(201);
        world.itIs(Instant.parse("2025-02-01T10:00:00Z"));
        var utsira = world.founded("Utsira");
        application = post(world.as(utsira), "/v1/applications", application(call))
                .statusCode(201)
                .extract()
                .path("id");
        post(world.as(utsira), "/v1/applications/" + application + "/submission")
                .statusCode(201);
    }

    @Test
    void theScoreIsComputedFromThePoints() {
        var id = assess(points(5, 3))
                .statusCode(201)
                .body("score", equalTo("70"))
                .body("points.points", containsInAnyOrder(5, 3))
                .extract()
                .<String>path("id");
        var changed = assessment(application, 400_000, 1);
        changed.remove("score");
        changed.put("points", points(1, 0));
        adviser()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(changed)
                .put("/v1/assessments/" + id)
                .then()
                .statusCode(200)
                .body("score", equalTo("10"));
    }

    @Test
    void everyFaultOfThePointsIsToldAndNothingIsStored() {
        var body = assessment(application, 400_000, 1);
        body.put("points", List.of(Map.of("criterion", "need", "points", 7), Map.of("criterion", "luck", "points", 1)));
        post(adviser(), "/v1/assessments", body)
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "assessment.points-out-of-range",
                                "assessment.criterion-unknown",
                                "assessment.criterion-missing",
                                "assessment.score-is-computed"));
        assess(points(6, 6)).statusCode(201).body("score", equalTo("100"));
    }

    @Test
    void pointsWithoutAReasonAreRefusedWhereTheRulesDemandOne() {
        var points = List.<Map<String, Object>>of(
                Map.of("criterion", "need", "points", 5), Map.of("criterion", "plan", "points", 3));
        var rules = rules(28);
        var need = new LinkedHashMap<>(criterion("need", 60));
        need.put("reasonsDemanded", true);
        rules.put("awardCriteria", List.of(need, criterion("plan", 40)));
        applyUnder(rules);
        assess(points)
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("assessment.reason-demanded"))
                .body("errors.pointer", containsInAnyOrder("/points/0/reason"));
        assess(List.of(Map.of("criterion", "need", "points", 5, "reason", "Mange venter."), points.get(1)))
                .statusCode(201)
                .body("points[0].reason", equalTo("Mange venter."));
    }

    private ValidatableResponse assess(List<Map<String, Object>> points) {
        var body = assessment(application, 400_000, 1);
        body.remove("score");
        body.put("points", points);
        return post(adviser(), "/v1/assessments", body);
    }

    private static List<Map<String, Object>> points(int need, int plan) {
        return List.of(Map.of("criterion", "need", "points", need), Map.of("criterion", "plan", "points", plan));
    }

    private RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    private RequestSpecification leader() {
        return world.asPerson("leader-1", "decision-maker");
    }
}
