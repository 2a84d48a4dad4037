package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** How the API of schemes, calls and the overview answers, right and wrong. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class CallsAndOverviewIT extends AnnouncedCall {
    @Test
    void aCallIsRefusedWithAllItsFaults() {
        var body = call(UUID.randomUUID().toString());
        body.put("budget", -5);
        body.put("opensOn", "2025-04-01");
        body.put("deadline", "2024-03-01T23:59:59+01:00");
        post(world.asPerson("adviser-1", "adviser"), "/v1/calls", body)
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "call.scheme-unknown",
                                "call.budget-not-positive",
                                "call.deadline-before-opening",
                                "call.deadline-in-the-past"));
        post(world.asPerson("adviser-1", "adviser"), "/v1/calls", Map.of("rule", "lottery", "budget", "5"))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/schemeId", "/year", "/title", "/opensOn", "/deadline", "/rule", "/budget"));
        post(world.asPerson("leader-2", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(409);
    }

    @Test
    void blankIsNoValueInACall() {
        var body = call(UUID.randomUUID().toString());
        for (var blank : List.of("", " ", "\u00a0\u200b")) {
            List.of("schemeId", "opensOn", "deadline", "budget", "rule", "tieRule", "year", "smallestUsefulAllowed")
                    .forEach(field -> body.put(field, blank));
            body.put("title", Map.of("nb", blank, "nn", "b", "en", "c"));
            body.put("documents", List.of(Map.of("title", Map.of("nb", "a", "nn", "b", "en", "c"), "url", blank)));
            post(world.asPerson("adviser-1", "adviser"), "/v1/calls", body)
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/schemeId",
                                    "/opensOn",
                                    "/deadline",
                                    "/budget",
                                    "/rule",
                                    "/tieRule",
                                    "/year",
                                    "/smallestUsefulAllowed",
                                    "/title/nb",
                                    "/documents/0/url"));
        }
    }

    @Test
    void aSchemeIsRefusedWithAllItsFaultsAndItsCodeIsTakenOnce() {
        var code = "s-" + UUID.randomUUID();
        var body = scheme(code);
        body.put("chapter", "7");
        body.put("kind", "gift");
        body.remove("purpose");
        body.put("reporting", Map.of("opens", "--03-01", "due", "--02-30", "form", "IS 24", "simpleBelow", -1));
        post(world.asPerson("adviser-1", "adviser"), "/v1/schemes", body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/chapter",
                                "/kind",
                                "/purpose",
                                "/reporting/due",
                                "/reporting/form",
                                "/reporting/simpleBelow"));
        post(world.asPerson("adviser-1", "adviser"), "/v1/schemes", scheme(code))
                .statusCode(201);
        post(world.asPerson("adviser-1", "adviser"), "/v1/schemes", scheme(code))
                .statusCode(422)
                .body("errors.code", contains("scheme.code-taken"));
        world.asPerson("adviser-1", "adviser")
                .get("/v1/schemes?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", notNullValue());
    }

    @Test
    void aSchemeNamesAFormThatThereIsAndIsToldOfTheOtherFaultsToo() {
        var body = scheme("s-" + UUID.randomUUID());
        body.put("reporting", Map.of("opens", "--01-15", "due", "--03-01", "form", "is-24-9", "simpleBelow", 0));
        post(world.asPerson("adviser-1", "adviser"), "/v1/schemes", body)
                .statusCode(422)
                .body("errors.code", contains("scheme.form-unknown"))
                .body("errors.pointer", contains("/reporting/form"))
                .body("errors[0].arguments.form", equalTo("is-24-9"));
        body.put("chapter", "x");
        body.put("reporting", Map.of("opens", "--01-15", "due", "--13-01", "form", "is-24-9", "simpleBelow", -1));
        post(world.asPerson("adviser-1", "adviser"), "/v1/schemes", body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/chapter", "/reporting/due", "/reporting/form", "/reporting/simpleBelow"));
    }

    @Test
    void oneCallTellsAMunicipalityAllItHasToKnow() {
        var municipality = world.founded("Oversikt");
        var first = world.as(municipality)
                .header("Accept-Language", "nb")
                .get("/v1/overview")
                .then()
                .statusCode(200)
                .body("municipality.name", equalTo("Oversikt"))
                .body("deadlines.find { it.where == '/v1/calls/" + call + "' }.what", equalTo("apply"))
                .body("deadlines.find { it.where == '/v1/calls/" + call + "' }.on", equalTo("2025-03-01"))
                .body("deadlines.find { it.where == '/v1/calls/" + call + "' }.time", equalTo("23:59:59"))
                .body(
                        "deadlines.find { it.where == '/v1/calls/" + call + "' }.text",
                        containsString("1. mars 2025 kl. 23:59:59"))
                .body("missing", empty())
                .body("money.asked", equalTo(0))
                .body("contacts.email", hasItem("kari@example.no"))
                .extract();
        assertThat(first.<List<?>>path("deadlines")).isNotEmpty();

        var draft = post(world.as(municipality), "/v1/applications", Map.of("callId", call))
                .extract()
                .<String>path("id");
        world.as(municipality)
                .get("/v1/overview")
                .then()
                .statusCode(200)
                .body("deadlines.find { it.where == '/v1/applications/" + draft + "' }.what", equalTo("submit"))
                .body("missing[0].where", equalTo("/v1/applications/" + draft))
                .body("missing[0].faults.code", hasItem("application.asked-missing"));

        put(municipality, draft, "\"1\"", application(call)).statusCode(200);
        post(world.as(municipality), "/v1/applications/" + draft + "/submission")
                .statusCode(201);
        world.as(municipality)
                .get("/v1/overview")
                .then()
                .statusCode(200)
                .body("missing", empty())
                .body("money.asked", equalTo(400_000))
                .body("money.outstanding", equalTo(0));
        world.asPerson("adviser-1", "adviser").get("/v1/overview").then().statusCode(403);
    }
}
