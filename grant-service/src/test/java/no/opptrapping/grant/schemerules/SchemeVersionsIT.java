package no.opptrapping.grant.schemerules;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.criterion;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of a scheme, from draft to draft, and what is made under them. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class SchemeVersionsIT {
    @Inject
    World world;

    @Inject
    EntityManager entities;

    private String scheme;
    private String versions;

    @BeforeEach
    void register() {
        world.itIs(World.BEGINNING);
        scheme = post(adviser(), "/v1/schemes", scheme("s-" + UUID.randomUUID()))
                .statusCode(201)
                .body("version", equalTo(1))
                .body("inForceFrom", nullValue())
                .extract()
                .path("id");
        versions = "/v1/schemes/" + scheme + "/versions";
    }

    @Test
    void oneDraftsAndAnotherPutsInForceAndTheSchemeShowsWhatHoldsToday() {
        put(1, "\"1\"", rules(14)).statusCode(200).header("ETag", equalTo("\"2\""));
        post(world.asPerson("adviser-1", "decision-maker"), versions + "/1/entry-into-force", Map.of())
                .statusCode(403);
        inForce(1, Map.of("edition", 1)).statusCode(409).body("type", endsWith("scheme.version-changed-meanwhile"));
        inForce(1, Map.of("edition", 2)).statusCode(201).body("inForceFrom", equalTo("2025-01-10"));
        inForce(1, Map.of()).statusCode(409).body("type", endsWith("scheme.version-fixed"));
        put(1, "\"2\"", rules(10)).statusCode(409);

        post(adviser(), versions, rules(40)).statusCode(201).body("version", equalTo(2));
        post(adviser(), versions, rules(41)).statusCode(409).body("type", endsWith("scheme.draft-exists"));
        inForce(2, Map.of("inForceFrom", "2025-03-01")).statusCode(201);

        read("/v1/schemes/" + scheme).body("version", equalTo(1));
        world.itIs(Instant.parse("2025-02-28T22:59:59Z"));
        read("/v1/schemes/" + scheme).body("version", equalTo(1));
        world.itIs(Instant.parse("2025-02-28T23:00:00Z"));
        read("/v1/schemes/" + scheme).body("version", equalTo(2)).body("inForceFrom", equalTo("2025-03-01"));
        read(versions).body("items.version", contains(1, 2)).body("items.rules.acceptanceDays", contains(14, 40));
    }

    @Test
    void aDraftIsSeenOnlyByThoseWhoPrepareIt() {
        var municipality = world.founded("Utsira");
        world.as(municipality).get(versions).then().statusCode(200).body("items", hasSize(0));
        world.as(municipality).get(versions + "/1").then().statusCode(404);
        world.as(municipality).get("/v1/schemes/" + scheme).then().statusCode(404);
        given().get("/v1/schemes?limit=500").then().statusCode(200).body("items.id", not(hasItem(scheme)));
        inForce(1, Map.of()).statusCode(201);
        given().get(versions + "/1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=60, must-revalidate");
        given().get("/v1/schemes/" + scheme).then().statusCode(200);
        given().get("/v1/schemes?limit=500").then().statusCode(200).body("items.id", hasItem(scheme));
        adviser().get(versions).then().statusCode(200).header("Cache-Control", "private, no-cache");
    }

    @Test
    void everyFaultOfADraftIsToldAtOnceAndNothingIsStored() {
        var body = rules(0);
        body.put("chapter", "7");
        body.put("appealDays", 366);
        body.put("awardCriteria", List.of(criterion("need", 60), criterion("need", 60), criterion("Plan B", 0)));
        body.put("unknown", 1);
        put(1, "\"1\"", body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/acceptanceDays",
                                "/appealDays",
                                "/awardCriteria",
                                "/awardCriteria/1/code",
                                "/awardCriteria/2/code",
                                "/awardCriteria/2/weight",
                                "/chapter",
                                "/unknown"));
        read(versions + "/1").body("edition", equalTo(1));
        put(1, "\"7\"", rules(10)).statusCode(412);
        put(1, null, rules(10)).statusCode(428);
        put(2, "\"1\"", rules(10)).statusCode(404);
        inForce(1, Map.of("inForceFrom", "2025-01-09"))
                .statusCode(422)
                .body("errors.code", contains("scheme.in-force-in-the-past"));
        inForce(2, Map.of()).statusCode(404);
    }

    @Test
    void aCallIsAnnouncedUnderTheRulesOfTheDayItOpens() {
        var made = post(adviser(), "/v1/calls", call(scheme)).statusCode(201).body("schemeVersion", nullValue());
        var announcement = "/v1/calls/" + made.extract().path("id") + "/announcement";
        post(leader(), announcement).statusCode(409).body("type", endsWith("call.no-rules-in-force"));
        inForce(1, Map.of()).statusCode(201);
        post(adviser(), versions, rules(40)).statusCode(201);
        inForce(2, Map.of("inForceFrom", "2025-01-15")).statusCode(201);
        post(leader(), announcement).statusCode(201).body("schemeVersion", equalTo(2));
    }

    @Test
    void whoIsDisqualifiedInTheSchemeNeitherDraftsNorPutsInForce() {
        post(
                        world.asPerson("leader-1", "decision-maker"),
                        "/v1/disqualifications",
                        Map.of("schemeId", scheme, "person", "adviser-9", "reason", "Gift med ordføreren."))
                .statusCode(201);
        var disqualified = world.asPerson("adviser-9", "adviser");
        disqualified
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(rules(14))
                .put(versions + "/1")
                .then()
                .statusCode(403);
        post(world.asPerson("adviser-9", "adviser"), versions, rules(14)).statusCode(403);
        post(
                        world.asPerson("leader-1", "decision-maker"),
                        "/v1/disqualifications",
                        Map.of("schemeId", scheme, "person", "leader-9", "reason", "Sitter i kommunestyret."))
                .statusCode(201);
        post(world.asPerson("leader-9", "decision-maker"), versions + "/1/entry-into-force", Map.of())
                .statusCode(403);
    }

    @Test
    void ofManyThatDraftOrPutInForceAtOnceOneDoes() throws Exception {
        inForce(1, Map.of()).statusCode(201);
        assertThat(atOnce(() -> post(adviser(), versions, rules(40)))).containsOnlyOnce(201);
        assertThat(atOnce(() -> inForce(2, Map.of("inForceFrom", "2025-02-01"))))
                .containsOnlyOnce(201);
        read(versions).body("items", hasSize(2));
    }

    @Test
    void theDatabaseKeepsWhatIsInForceAndWantsTwoPersons() {
        refused(
                "scheme_version_by_two",
                "update scheme_version set put_in_force_by = 'adviser-1', put_in_force_at = now(),"
                        + " in_force_from = '2025-01-10' where scheme_id = '" + scheme + "'");
        inForce(1, Map.of()).statusCode(201);
        refused("stays", "update scheme_version set rules = '{}' where scheme_id = '" + scheme + "'");
    }

    private void refused(String constraint, String sql) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery(sql).executeUpdate()))
                .hasStackTraceContaining(constraint);
    }

    private static List<Integer> atOnce(Callable<ValidatableResponse> act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new ArrayList<Integer>();
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(n -> act).toList())) {
                statuses.add(answer.get().extract().statusCode());
            }
            return statuses;
        }
    }

    private ValidatableResponse put(int version, String ifMatch, Map<String, Object> body) {
        var request = adviser().contentType("application/json").body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(versions + "/" + version).then();
    }

    private ValidatableResponse inForce(int version, Map<String, Object> body) {
        return post(leader(), versions + "/" + version + "/entry-into-force", body);
    }

    private ValidatableResponse read(String path) {
        return adviser().get(path).then().statusCode(200);
    }

    private RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    private RequestSpecification leader() {
        return world.asPerson("leader-1", "decision-maker");
    }
}
