package no.opptrapping.grant.applications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.opptrapping.grant.testing.FormBodies.question;
import static no.opptrapping.grant.testing.FormBodies.section;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.World.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** A call can ask for files, and the answer is an attachment of the application. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class FileAnswersIT extends AnnouncedCall {
    private static final Map<String, Object> FILE = Map.of("type", "string", "format", "attachment");

    @Test
    void theFileThatIsAnsweredHasToBeAttachedToTheApplication() {
        var municipality = world.founded("Filvik");
        callThatAsksForFiles(scheme);
        var id = begin(municipality, application(call));
        world.as(municipality).get("/v1/applications/" + id).then().body("missing.pointer", contains("/answers/plan"));
        var other = attach(municipality, begin(municipality, application(call)));
        answer(municipality, id, 1, other).body("missing.code", contains("application.attachment-unknown"));
        answer(municipality, id, 2, "ikke en id").body("missing.pointer", contains("/answers/plan"));
        var plan = attach(municipality, id);
        answer(municipality, id, 3, plan).body("missing", equalTo(List.of()));
        world.as(municipality).delete("/v1/applications/" + id + "/attachments/" + plan);
        post(world.as(municipality), "/v1/applications/" + id + "/submission")
                .statusCode(422)
                .body("errors.code", contains("application.attachment-unknown"))
                .body("errors.pointer", contains("/answers/plan"));
        answer(municipality, id, 4, attach(municipality, id));
        post(world.as(municipality), "/v1/applications/" + id + "/submission").statusCode(201);
        world.as(municipality)
                .accept("text/html")
                .get("/v1/applications/" + id)
                .then()
                .statusCode(200)
                .body(containsString("Ruspolitisk plan.csv"));
        nextYear();
        post(world.as(municipality), "/v1/calls/" + call + "/renewals")
                .statusCode(201)
                .body("left.find { it.pointer == '/answers/plan' }.reason", equalTo("file"));
    }

    private void nextYear() {
        var ofThisYear = call(scheme);
        ofThisYear.putAll(Map.of("year", 2026, "opensOn", "2025-12-15", "deadline", "2026-03-01T23:59:59+01:00"));
        world.itIs(Instant.parse("2025-12-01T08:00:00Z"));
        call = announced(ofThisYear);
        world.itIs(Instant.parse("2026-01-20T08:00:00Z"));
    }

    private void callThatAsksForFiles(String ofScheme) {
        world.itIs(World.BEGINNING);
        call = announced(call(ofScheme));
        world.itIs(Instant.parse("2025-02-01T10:00:00Z"));
    }

    private String announced(Map<String, Object> body) {
        var id = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", body)
                .statusCode(201)
                .extract()
                .<String>path("id");
        var schema = Map.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "type",
                "object",
                "properties",
                Map.of("plan", FILE),
                "required",
                List.of("plan"));
        post(
                        world.asPerson("adviser-1", "adviser"),
                        "/v1/calls/" + id + "/form/versions",
                        Map.of("sections", List.of(section("files", question("plan"))), "schema", schema))
                .statusCode(201);
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + id + "/announcement")
                .statusCode(201);
        return id;
    }

    private ValidatableResponse answer(World.Resident by, String id, int version, String file) {
        return world.as(by)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("answers", Map.of("plan", file)))
                .patch("/v1/applications/" + id)
                .then()
                .statusCode(200);
    }

    private String attach(World.Resident by, String id) {
        return world.as(by)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Disposition", "attachment; filename=\"Ruspolitisk plan.csv\"")
                .contentType("text/csv")
                .body("a;b\n1;2\n".getBytes(UTF_8))
                .post("/v1/applications/" + id + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
