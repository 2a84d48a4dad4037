package no.opptrapping.grant.applications;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.measure;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.Test;

/** How the API of applications answers, right and wrong. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ApplicationsApiIT extends AnnouncedCall {
    @Test
    void aDraftWithWrongTypesIsRefusedWithAllOfThemAndNothingIsStored() {
        var municipality = world.founded("Feilvik");
        var body = application(call);
        body.put("asked", 1.5);
        body.put("ownShare", "100");
        body.put("measures", List.of(measure("other", "A", 99_999_999_999_999_999L), "text"));
        body.put("commitment", "yes");
        body.put("municipality", "0301");
        body.put("participants", List.of(participant("12", 1)));

        post(world.as(municipality).header("Accept-Language", "en"), "/v1/applications", body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/asked",
                                "/ownShare",
                                "/measures/0/amount",
                                "/measures/1",
                                "/commitment",
                                "/municipality",
                                "/participants/0/number"))
                .body("errors.detail", hasItems("The number must be whole.", "The field “municipality” is not known."));

        world.as(municipality).get("/v1/applications").then().statusCode(200).body("items", empty());
    }

    @Test
    void aMunicipalityHasOnlySoManyDraftsOfACall() {
        var municipality = world.founded("Utkastvik");
        for (var i = 0; i < 20; i++) {
            post(world.as(municipality), "/v1/applications", application(call)).statusCode(201);
        }
        post(world.as(municipality).header("Accept-Language", "en"), "/v1/applications", application(call))
                .statusCode(409)
                .body("type", equalTo("https://opptrapping.no/problems/application.too-many-drafts"))
                .body("most", equalTo(20));
        post(world.as(world.founded("Annenvik")), "/v1/applications", application(call))
                .statusCode(201);
    }

    @Test
    void anUnknownCodeIsRefusedInADraftTooAndTheCodesThatThereAreAreTold() {
        var body = application(call);
        body.put("measures", List.of(measure("magic", "A", 1)));
        body.put("budgetLines", List.of(Map.of("kind", "gift", "text", "x", "amount", 1)));
        post(world.as(world.founded("Kodevik")), "/v1/applications", body)
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/measures/0/code", "/budgetLines/0/kind"))
                .body("errors.code", everyItem(equalTo("body.unknown-code")))
                .body("errors.arguments.value", containsInAnyOrder("magic", "gift"))
                .body("errors[1].arguments.allowed", containsString("other"));
    }

    @Test
    void invisibleTextIsNoTextInADraft() {
        var body = application(call);
        body.put("contact", Map.of("name", "\u00a0\u200b", "email", "\u2060", "phone", "\u3164"));
        post(world.as(world.founded("Usynlig")), "/v1/applications", body)
                .statusCode(201)
                .body("missing.pointer", hasItems("/contact/name"));
    }

    @Test
    void aDraftMayBeIncompleteAndSaysWhatIsMissing() {
        var municipality = world.founded("Halvveis");
        var id = post(world.as(municipality), "/v1/applications", Map.of("callId", call))
                .statusCode(201)
                .body("status", equalTo("draft"))
                .body("missing.code", hasItem("application.no-measures"))
                .header("Location", containsString("/v1/applications/"))
                .header("ETag", equalTo("\"1\""))
                .extract()
                .<String>path("id");
        world.as(municipality)
                .get("/v1/applications/" + id)
                .then()
                .statusCode(200)
                .body("missing.pointer", hasItems("/contact", "/measures", "/asked", "/commitment", "/budgetLines"))
                .body("asked", nullValue());
        world.asPerson("adviser-1", "adviser")
                .get("/v1/applications/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void twoThatEditTogetherDoNotOverwriteEachOther() {
        var municipality = world.founded("Samskriv");
        var id = begin(municipality, application(call));
        put(municipality, id, null, application(call)).statusCode(428);
        put(municipality, id, "\"1\"", application(call)).statusCode(200).header("ETag", equalTo("\"2\""));
        put(municipality, id, "\"1\"", application(call)).statusCode(412);
        put(world.founded("Utenfor"), id, "\"2\"", application(call)).statusCode(404);
    }

    @Test
    void whatIsSubmittedCanNoLongerBeChangedOrSubmittedAgain() {
        var municipality = world.founded("Ferdig");
        var id = begin(municipality, application(call));
        post(world.as(municipality), "/v1/applications/" + id + "/submission").statusCode(201);
        put(municipality, id, "\"2\"", application(call))
                .statusCode(409)
                .body("type", equalTo("https://opptrapping.no/problems/application.not-a-draft"));
        post(world.as(municipality), "/v1/applications/" + id + "/submission").statusCode(409);
        var second = begin(municipality, application(call));
        post(world.as(municipality), "/v1/applications/" + second + "/submission")
                .statusCode(422)
                .body("errors.code", contains("application.already-applied"));
        world.asPerson("adviser-1", "adviser")
                .get("/v1/calls/" + call + "/figures")
                .then()
                .body("refusedSubmissions", equalTo(2))
                .body("submitted", equalTo(1))
                .body("daysFromDeadlineToDecision", nullValue());
    }

    @Test
    void theSameKeyGivesTheFirstAnswerAgain() {
        var municipality = world.founded("Ivrig");
        var key = UUID.randomUUID().toString();
        var first = withKey(municipality, key);
        var again = withKey(municipality, key);
        assertThat(again).isEqualTo(first);
        world.as(municipality).get("/v1/applications").then().body("items", hasSize(1));
    }

    @Test
    void aNumberThatHasCeasedNamesItsSuccessor() {
        var host = world.founded("Vert");
        var successor = world.founded("Storkommune");
        var former = world.ceased("Lillekommune", LocalDate.of(2020, 1, 1), successor);
        var body = application(call);
        body.put(
                "participants",
                List.of(participant(host.number().value(), 300_000), participant(former.value(), 100_000)));
        post(world.as(host), "/v1/applications", body)
                .statusCode(201)
                .body("missing.code", contains("application.participant-ceased"))
                .body("missing[0].pointer", equalTo("/participants/1/number"))
                .body("missing[0].detail", containsString(successor.number() + " Storkommune"));
    }

    @Test
    void pagesThroughAListWithoutLossOrRepetition() {
        var seen = new TreeSet<String>();
        for (var i = 0; i < 5; i++) {
            var municipality = world.founded("Side " + i);
            var id = begin(municipality, application(call));
            post(world.as(municipality), "/v1/applications/" + id + "/submission")
                    .statusCode(201);
        }
        var cursor = "";
        do {
            var page = world.asPerson("adviser-1", "adviser")
                    .get("/v1/applications?callId=" + call + "&limit=2&status=submitted" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> references = page.path("items.reference");
            assertThat(seen).doesNotContainAnyElementsOf(references);
            seen.addAll(references);
            String next = page.path("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5);
        world.asPerson("adviser-1", "adviser")
                .get("/v1/applications?cursor=" + "x".repeat(12))
                .then()
                .statusCode(400)
                .body("errors.code", contains("paging.bad-cursor"));
        world.asPerson("adviser-1", "adviser")
                .get("/v1/applications?limit=0")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("query:limit"));
        world.asPerson("adviser-1", "adviser")
                .get("/v1/applications?status=unknown")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:status"));
        world.asPerson("adviser-1", "adviser")
                .get("/v1/applications?callId=unknown")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:callId"));
        world.asPerson("adviser-1", "adviser")
                .get("/v1/applications/unknown")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyThoseWhoMayAct() {
        var municipality = world.founded("Tilgang");
        var stranger = new OrganisationNumber("974760673");
        post(world.asOrganisation(stranger, "hdir:tilskudd/kommune.write"), "/v1/applications", application(call))
                .statusCode(403);
        post(
                        world.asOrganisation(municipality.organisation(), "hdir:tilskudd/kommune.read"),
                        "/v1/applications",
                        application(call))
                .statusCode(403);
        post(world.asPerson("adviser-1", "adviser"), "/v1/applications", application(call))
                .statusCode(403);
        post(world.as(municipality), "/v1/schemes", scheme("x")).statusCode(403);
        post(world.as(municipality), "/v1/calls/" + call + "/announcement").statusCode(403);
        given().get("/v1/applications").then().statusCode(401).contentType("application/problem+json");
        world.as(municipality).get("/v1/applications/not-an-id").then().statusCode(404);
        world.as(municipality)
                .get("/v1/applications/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        world.asPerson("leader-1", "decision-maker")
                .get("/v1/calls/" + UUID.randomUUID() + "/figures")
                .then()
                .statusCode(404);
    }

    private String withKey(World.Resident by, String key) {
        return world.as(by)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(application(call))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
