package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** A draft that is saved part by part. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class PatchesIT extends AnnouncedCall {
    @Test
    void whatIsGivenReplacesNullRemovesAndTheRestStays() {
        var municipality = world.founded("Delvis");
        var id = begin(municipality, application(call));
        patch(municipality, id, "\"1\"", "{\"asked\": 500000, \"contact\": {\"phone\": null, \"name\": \"Kari\"}}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("asked", equalTo(500_000), "ownShare", equalTo(100_000), "contact.name", equalTo("Kari"))
                .body("contact.email", equalTo("ola@example.no"), "contact.phone", nullValue())
                .body("missing.code", hasItem("application.measures-do-not-sum"));
        patch(municipality, id, "\"2\"", "{\"asked\": 400000, \"positions\": null, \"measures\": [" + MEASURE + "]}")
                .statusCode(200)
                .body("positions", empty(), "measures.title", contains("Alt i ett"), "missing", empty());
        post(world.as(municipality), "/v1/applications/" + id + "/submission").statusCode(201);
        patch(municipality, id, "\"4\"", "{\"asked\": 1}").statusCode(409).body("type", endsWith("not-a-draft"));
    }

    private static final String MEASURE = "{\"code\": \"other\", \"title\": \"Alt i ett\", \"amount\": 400000}";

    @Test
    void everyFaultOfAPatchIsNamedAndNothingIsStored() {
        var municipality = world.founded("Feilfri");
        var id = begin(municipality, application(call));
        patch(municipality, id, null, "{\"asked\": 1}").statusCode(428);
        patch(municipality, id, "\"7\"", "{\"asked\": 1}").statusCode(412);
        patch(municipality, id, "\"1\"", "{\"asked\": 1.5, \"municipality\": \"0301\", \"contact\": 5}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/asked", "/municipality", "/contact"));
        patch(municipality, id, "\"1\"", "{\"callId\": \"0195c0de-0000-7000-8000-000000000001\"}")
                .statusCode(422)
                .body("errors.code", contains("application.other-call"));
        patch(municipality, id, "\"1\"", "{\"callId\": null}")
                .statusCode(422)
                .body("errors.pointer", contains("/callId"));
        patch(municipality, id, "\"1\"", "{\"answers\": {\"shoeSize\": 43}}")
                .statusCode(422)
                .body("errors.code", contains("application.no-form"));
        patch(municipality, id, "\"1\"", "{\"asked\": 1e999999999}").statusCode(422);
        for (var notAnObject : List.of("[]", "null", "5", "\"a\"")) {
            patch(municipality, id, "\"1\"", notAnObject)
                    .statusCode(422)
                    .body("errors.code", contains("body.not-an-object"));
        }
        for (var notJson : List.of("{", "{\"a\": 1, \"a\": 2}", "[".repeat(1_000))) {
            patch(municipality, id, "\"1\"", notJson).statusCode(400);
        }
        world.as(municipality)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{}")
                .patch("/v1/applications/" + id)
                .then()
                .statusCode(415);
        patch(world.founded("Fremmed"), id, "\"1\"", "{\"asked\": 1}").statusCode(404);
        world.as(municipality)
                .get("/v1/applications/" + id)
                .then()
                .body("version", equalTo(1), "asked", equalTo(400_000));
        world.itIs(Instant.parse("2025-03-02T10:00:00Z"));
        patch(municipality, id, "\"1\"", "{\"asked\": 1}").statusCode(409).body("type", endsWith("call-over"));
    }

    @Test
    void ofManyThatSaveTheSameVersionAtOnceOneDoes() throws Exception {
        var municipality = world.founded("Samtidig");
        var id = begin(municipality, application(call));
        Callable<Integer> save = () ->
                patch(municipality, id, "\"1\"", "{\"ownShare\": 1}").extract().statusCode();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(List.of(save, save, save, save, save, save, save, save))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).contains(412);
        }
        world.as(municipality).get("/v1/applications/" + id).then().body("version", equalTo(2));
    }

    private ValidatableResponse patch(World.Resident by, String id, String ifMatch, String body) {
        var request = world.as(by).contentType("application/merge-patch+json").body(body);
        if (ifMatch != null) {
            request.headers(Map.of("If-Match", ifMatch));
        }
        return request.patch("/v1/applications/" + id).then();
    }
}
