package no.opptrapping.grant.forms;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.FormBodies.answers;
import static no.opptrapping.grant.testing.FormBodies.choosing;
import static no.opptrapping.grant.testing.FormBodies.form;
import static no.opptrapping.grant.testing.FormBodies.question;
import static no.opptrapping.grant.testing.FormBodies.schema;
import static no.opptrapping.grant.testing.FormBodies.section;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that asks questions of its own: drafted, announced, answered, corrected. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class FormsIT {
    @Inject
    World world;

    @Inject
    PlainSql sql;

    private World.Resident utsira;
    private String call;

    @BeforeEach
    void prepare() {
        world.itIs(World.BEGINNING);
        utsira = world.founded("Utsira");
        var scheme = world.schemeInForce(scheme("s-" + UUID.randomUUID()));
        call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", call(scheme))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void isSeenByThoseWhoPrepareItUntilTheCallIsAnnouncedAndThenByEverybodyAndFixed() {
        draft(form()).statusCode(201).header("ETag", "\"1\"").body("version", equalTo(1), "publishedAt", nullValue());
        draft(form()).statusCode(409).body("type", endsWith("form.draft-exists"));
        given().get(path()).then().statusCode(404);
        given().get(path() + "/versions/1").then().statusCode(404);
        world.asPerson("adviser-2", "adviser")
                .get(path())
                .then()
                .statusCode(200)
                .body("version", equalTo(1));

        var shorter = form();
        change(1, "\"7\"", shorter).statusCode(412);
        world.asPerson("adviser-3", "adviser")
                .contentType("application/json")
                .body(shorter)
                .put(path() + "/versions/1")
                .then()
                .statusCode(428);
        change(1, "\"1\"", shorter).statusCode(200).header("ETag", "\"2\"");
        announce();

        var tag = given().header("Accept-Language", "en")
                .get(path())
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=60, must-revalidate")
                .body("version", equalTo(1), "sections.code", contains("need", "plan"))
                .body("schema.properties.users.title", equalTo("Spørsmål users"))
                .body("schema.properties.frequency.oneOf.const", contains("weekly", "monthly", "never"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .header("Accept-Language", "en")
                .get(path())
                .then()
                .statusCode(304);
        change(1, "\"2\"", form()).statusCode(409).body("type", endsWith("form.published"));
        for (var statement : List.of(
                "update call_form set edition = edition + 1 where call_id = ?",
                "update call_form set published_by = null, published_at = null where call_id = ?",
                "update call_form set content = content || '{\"x\": 1}' where call_id = ?")) {
            assertThatThrownBy(() ->
                            QuarkusTransaction.requiringNew().run(() -> sql.update(statement, UUID.fromString(call))))
                    .hasStackTraceContaining("stays");
        }
    }

    @Test
    void whoeverHasWrittenTheFormDoesNotAnnounceTheCall() {
        post(world.asPerson("leader-1", "adviser", "decision-maker"), path() + "/versions", form())
                .statusCode(201);
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(403)
                .body("type", endsWith("call.maker-may-not-announce"));
        post(world.asPerson("leader-2", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201);
    }

    @Test
    void everyFaultOfAFormIsNamedAtOnce() {
        var body = form();
        body.put(
                "sections",
                List.of(
                        section("need", question("users"), question("description"), question("users")),
                        section("need", choosing("frequency", "weekly", "often"))));
        draft(body)
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems(
                                "form.section-twice",
                                "form.question-twice",
                                "form.choice-unknown",
                                "form.choice-without-text",
                                "form.question-without-text"));
        draft(new LinkedHashMap<>(Map.of("sections", List.of(), "schema", 5))).statusCode(422);
        draft(Map.of(
                        "sections",
                        List.of(section("a", question("b"))),
                        "schema",
                        Map.of("type", "object", "$ref", "http://x")))
                .statusCode(422)
                .body("errors.code", hasItem("form.keyword-not-supported"));
        given().get(path()).then().statusCode(404);
    }

    @Test
    void aDraftOfAnApplicationSaysWhatIsMissingAndASubmissionRefusesTheSame() {
        draft(form()).statusCode(201);
        announce();
        var body = application(call);
        var id = begin(body)
                .statusCode(201)
                .body("formVersion", equalTo(1))
                .body(
                        "missing.pointer",
                        containsInAnyOrder("/answers/users", "/answers/description", "/answers/frequency"))
                .extract()
                .<String>path("id");
        world.as(utsira)
                .header("Accept-Language", "nn")
                .get("/v1/applications/" + id)
                .then()
                .body("missing.detail", hasItem("Spørsmålet er ikkje svart på."));
        submit(id)
                .statusCode(422)
                .body("errors.pointer", hasItems("/answers/users", "/answers/description", "/answers/frequency"))
                .body("errors.code", hasItem("answer.missing"));

        var never = answers();
        never.put("frequency", "never");
        body.put("answers", never);
        put(id, "\"1\"", body).statusCode(200).body("missing.pointer", contains("/answers/why"));
        body.put("answers", answers());
        body.put("formVersion", 1);
        put(id, "\"2\"", body).statusCode(200).body("missing", empty());
        submit(id).statusCode(201);
        world.asPerson("adviser-1", "adviser")
                .get("/v1/applications/" + id)
                .then()
                .body("answers.partners[0].name", equalTo("Helseforetaket"), "formVersion", equalTo(1));
    }

    @Test
    void nothingIsKeptOfAnswersToAnotherFormOrToWhatIsNotAsked() {
        draft(form()).statusCode(201);
        announce();
        for (var wrong : Map.<String, Map<String, Object>>of(
                        "answer.unknown-question", Map.of("answers", Map.of("shoeSize", 43)),
                        "application.form-version-unknown", Map.of("formVersion", 2),
                        "form.too-deep", Map.of("answers", Map.of("why", List.of(List.of(List.of(List.of(1)))))),
                        "form.number-out-of-range", Map.of("answers", Map.of("users", 1e300)),
                        "body.not-an-object", Map.of("answers", List.of(1)))
                .entrySet()) {
            var body = application(call);
            body.putAll(wrong.getValue());
            begin(body).statusCode(422).body("errors.code", contains(wrong.getKey()));
        }
        var id = begin(application(call)).statusCode(201).extract().<String>path("id");
        var body = application(call);
        body.put("answers", Map.of("shoeSize", 43));
        put(id, "\"1\"", body).statusCode(422);
        world.as(utsira).get("/v1/applications/" + id).then().body("version", equalTo(1), "answers.size()", equalTo(0));
    }

    @Test
    void aCallWithoutAFormAsksNothingOfItsOwnAndTakesNoAnswers() {
        announce();
        given().get(path()).then().statusCode(200).body("version", nullValue(), "sections", empty());
        var body = application(call);
        body.put("answers", Map.of("users", 1));
        begin(body).statusCode(422).body("errors.code", contains("application.no-form"));
        var id = begin(application(call))
                .statusCode(201)
                .body("missing", empty())
                .extract()
                .<String>path("id");
        submit(id).statusCode(201).body("formVersion", nullValue());
    }

    @Test
    void aCorrectedFormLeavesWhatIsSubmittedAndNamesWhatNoLongerFitsInDrafts() {
        draft(form()).statusCode(201);
        announce();
        var body = application(call);
        body.put("answers", answers());
        var submitted = begin(body).extract().<String>path("id");
        submit(submitted).statusCode(201);
        var other = world.founded("Røst");
        var drafted = post(world.as(other), "/v1/applications", body)
                .statusCode(201)
                .extract()
                .<String>path("id");

        var narrower = schema();
        var properties = new LinkedHashMap<>((Map<?, ?>) narrower.get("properties"));
        properties.remove("measured");
        narrower.put("properties", properties);
        var corrected = form(narrower);
        corrected.put(
                "sections",
                List.of(
                        section("need", question("users"), question("description")),
                        ((List<?>) form().get("sections")).get(1)));
        draft(corrected).statusCode(201).body("version", equalTo(2));
        publish("adviser-3", "Feil.").statusCode(403);
        publish("leader-1", "Spørsmålet om måling var feil.").statusCode(201);
        publish("leader-1", "Igjen.").statusCode(409).body("type", endsWith("form.published"));
        given().get(path()).then().body("version", equalTo(2));
        given().get("/v1/calls/" + call)
                .then()
                .body(
                        "changes.kind",
                        contains("corrected"),
                        "changes.reason",
                        contains("Spørsmålet om måling var feil."));

        world.as(utsira)
                .get("/v1/applications/" + submitted)
                .then()
                .body("formVersion", equalTo(1), "answers.measured", equalTo(true), "missing", empty());
        world.as(other)
                .get("/v1/applications/" + drafted)
                .then()
                .body("answers.measured", equalTo(true), "missing.code", contains("answer.no-longer-asked"));
        post(world.as(other), "/v1/applications/" + drafted + "/submission")
                .statusCode(422)
                .body("errors.pointer", contains("/answers/measured"));
        body.put("formVersion", 1);
        put(other, drafted, "\"1\"", body)
                .statusCode(422)
                .body("errors.code", contains("application.form-version-replaced"));
        var fewer = answers();
        fewer.remove("measured");
        body.put("answers", fewer);
        body.put("formVersion", 2);
        put(other, drafted, "\"1\"", body).statusCode(200).body("missing", empty(), "formVersion", equalTo(2));
        post(world.as(other), "/v1/applications/" + drafted + "/submission").statusCode(201);

        draft(form()).statusCode(201).body("version", equalTo(3));
        world.itIs(Instant.parse("2025-03-02T10:00:00Z"));
        post(
                        world.asPerson("leader-1", "decision-maker"),
                        path() + "/versions/3/publication",
                        Map.of("reason", "For sent."))
                .statusCode(409)
                .body("type", endsWith("form.deadline-passed"));
    }

    @Test
    void ofManyThatDraftOrPublishAtOnceOneDoes() throws Exception {
        assertThat(atOnce(() -> draft(form()).extract().statusCode()))
                .containsOnlyOnce(201)
                .contains(409);
        announce();
        assertThat(atOnce(() -> draft(form()).extract().statusCode())).containsOnlyOnce(201);
        assertThat(atOnce(() -> publish("leader-1", "Rettet.").extract().statusCode()))
                .containsOnlyOnce(201)
                .contains(409);
        given().get(path()).then().body("version", equalTo(2));
    }

    private static List<Integer> atOnce(Callable<Integer> act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(List.of(act, act, act, act, act, act, act, act))) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private String path() {
        return "/v1/calls/" + call + "/form";
    }

    private ValidatableResponse draft(Map<String, Object> body) {
        return post(world.asPerson("adviser-3", "adviser"), path() + "/versions", body);
    }

    private ValidatableResponse change(int version, String ifMatch, Map<String, Object> body) {
        return world.asPerson("adviser-3", "adviser")
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put(path() + "/versions/" + version)
                .then();
    }

    private ValidatableResponse publish(String by, String reason) {
        return post(world.asPerson(by, "decision-maker"), path() + "/versions/2/publication", Map.of("reason", reason));
    }

    private void announce() {
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201);
        world.itIs(Instant.parse("2025-02-01T10:00:00Z"));
    }

    private ValidatableResponse begin(Map<String, Object> body) {
        return post(world.as(utsira), "/v1/applications", body);
    }

    private ValidatableResponse put(String id, String ifMatch, Map<String, Object> body) {
        return put(utsira, id, ifMatch, body);
    }

    private ValidatableResponse put(World.Resident by, String id, String ifMatch, Map<String, Object> body) {
        return world.as(by)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/applications/" + id)
                .then();
    }

    private ValidatableResponse submit(String id) {
        return post(world.as(utsira), "/v1/applications/" + id + "/submission");
    }
}
