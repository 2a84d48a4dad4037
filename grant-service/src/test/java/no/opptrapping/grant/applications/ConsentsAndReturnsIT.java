package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.Requests.signatory;
import static no.opptrapping.grant.testing.Requests.unasked;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.testing.World;
import no.opptrapping.grant.testing.World.Resident;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How participants agree to an application, who signs it, and how it is returned and completed. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ConsentsAndReturnsIT extends AnnouncedCall {
    private static final Instant AFTER_THE_DEADLINE = Instant.parse("2025-03-03T09:00:00Z");
    private static final Map<String, Object> RETURN = Map.of(
            "remarks",
            List.of(Map.of("pointer", "/measures/0/description", "text", "Beskriv tiltaket.")),
            "lastDay",
            "2025-03-10");

    @Inject
    EndCompletions endCompletions;

    private Resident host;
    private Resident partner;
    private Resident stranger;

    @BeforeEach
    void threeMunicipalities() {
        host = world.founded("Vertsvik");
        partner = world.founded("Parvik");
        stranger = world.founded("Fremmedvik");
    }

    @Test
    void aParticipantIsBoundOnlyOnceItHasAgreed() {
        var joint = begin(host, joint(unasked(number(partner), 150_000)));
        world.as(host)
                .get("/v1/applications/" + joint)
                .then()
                .body("missing.code", hasItem("application.consent-missing"));
        world.as(partner).get("/v1/applications/" + joint).then().statusCode(404);
        submit(joint).statusCode(422).body("errors.code", contains("application.consent-missing"));

        ask(host, joint)
                .statusCode(201)
                .body("consents.state", contains("asked"))
                .body("missing.code", contains("application.consent-missing"));
        ask(host, joint).statusCode(201).body("version", equalTo(2));
        world.as(partner)
                .get("/v1/notices")
                .then()
                .body("items.findAll { it.kind == 'consent-asked' }.about", contains("/v1/applications/" + joint));
        world.as(partner)
                .get("/v1/applications/" + joint)
                .then()
                .statusCode(200)
                .body("status", equalTo("draft"));
        world.as(partner)
                .get("/v1/consents")
                .then()
                .statusCode(200)
                .body("items.applicationId", contains(joint))
                .body("items.share", contains(150_000));
        world.as(stranger).get("/v1/applications/" + joint).then().statusCode(404);

        answer(partner, joint, false, 150_000).statusCode(201).body("consents.state", contains("declined"));
        submit(joint)
                .statusCode(422)
                .body("errors.code", contains("application.participant-declined"))
                .body("errors.pointer", contains("/participants/1"));
        answer(partner, joint, true, 150_000).statusCode(201).body("consents.answeredBy.name", contains("Per Medvik"));
        submit(joint).statusCode(201).body("status", equalTo("submitted"));
        answer(partner, joint, false, 150_000).statusCode(409).body("type", endsWith("application.not-a-draft"));
        var own = begin(partner, application(call));
        submit(partner, own).statusCode(422).body("errors.code", contains("application.already-applied"));
    }

    @Test
    void aConsentIsToTheShareThatItWasAskedFor() {
        var joint = begin(host, joint(unasked(number(partner), 150_000)));
        answer(partner, joint, true, 150_000).statusCode(404);
        ask(host, joint).statusCode(201);
        answer(partner, joint, true, 149_999)
                .statusCode(422)
                .body("errors.code", contains("application.asked-for-other-share"));
        answer(stranger, joint, true, 150_000).statusCode(404);
        answer(host, joint, true, 150_000).statusCode(404);
        answer(partner, joint, true, 150_000).statusCode(201);
        put(host, joint, "\"3\"", joint(unasked(number(partner), 100_000)))
                .statusCode(200)
                .body("missing.code", hasItem("application.consent-to-other-share"));
        ask(host, joint).statusCode(201).body("consents.state", contains("asked"));
        put(host, joint, "\"5\"", application(call)).statusCode(200);
        ask(host, joint).statusCode(422).body("errors.code", contains("application.nobody-to-ask"));
    }

    @Test
    void aConsentInWritingIsMarkedAsSuch() {
        var joint = begin(host, joint(participant(number(partner), 150_000)));
        submit(joint)
                .statusCode(201)
                .body("participants[1].writtenConsent.signedBy.function", equalTo("Kommunedirektør"))
                .body("consents", empty());
    }

    @Test
    void anotherSignsThanTheOneWhoFilledIn() {
        world.itIs(World.BEGINNING);
        var demanding = rules(28);
        demanding.put("handling", Map.of("secondSignature", true));
        announce(world.schemeInForce(scheme("s-" + UUID.randomUUID()), demanding));
        var written = application(call);
        written.put("filledInBy", signatory("Ola Nordmann", "Rådgiver"));
        var id = begin(host, written);
        submit(id).statusCode(422).body("errors.pointer", contains("/signature"));
        sign(id, signatory("ola  nordmann", "Rådmann"))
                .statusCode(422)
                .body("errors.code", contains("application.signed-by-who-filled-in"));
        sign(id, Map.of("name", "\u200b")).statusCode(422).body("errors.pointer", hasItem("/function"));
        sign(id, signatory("Kari Nordmann", "Kommunedirektør")).statusCode(201);
        put(host, id, "\"2\"", written).statusCode(200).body("signature", nullValue());
        submit(id).statusCode(422).body("errors.pointer", contains("/signature"));
        sign(id, signatory("Kari Nordmann", "Kommunedirektør")).statusCode(201);
        submit(id)
                .statusCode(201)
                .body("filledInBy.name", equalTo("Ola Nordmann"))
                .body("signature.name", equalTo("Kari Nordmann"))
                .body("signature.function", equalTo("Kommunedirektør"));
        sign(id, signatory("Kari Nordmann", "Kommunedirektør")).statusCode(409);
    }

    @Test
    void whatIsReturnedIsCompletedAfterTheDeadlineAndAssessedAnew() {
        var id = submitted();
        world.itIs(AFTER_THE_DEADLINE);
        var before = post(adviser(), "/v1/assessments", assessment(id, 300_000, 1))
                .statusCode(201)
                .extract()
                .<String>path("id");
        giveBack(id).statusCode(201).body("status", equalTo("returned")).body("completions[0].completed", nullValue());
        giveBack(id).statusCode(409).body("type", endsWith("application.not-submitted"));
        world.as(host)
                .get("/v1/notices")
                .then()
                .body("items.findAll { it.kind == 'application-returned' }.answerBy", contains("2025-03-10"));
        post(adviser(), "/v1/assessments", assessment(id, 300_000, 1)).statusCode(409);

        var completed = application(call);
        completed.put("ownShare", 0);
        put(host, id, "\"3\"", completed)
                .statusCode(200)
                .body("missing.code", contains("application.budget-does-not-sum"));
        adviser()
                .get("/v1/applications/" + id)
                .then()
                .body("ownShare", equalTo(100_000))
                .body("missing", empty());
        submit(id).statusCode(422);
        put(host, id, "\"4\"", application(call)).statusCode(200).body("missing", empty());
        world.itIs(Instant.parse("2025-03-10T22:59:59Z"));
        submit(id)
                .statusCode(201)
                .body("status", equalTo("submitted"))
                .body("submittedAt", startsWith("2025-02-01T10:00:00"))
                .body("completions[0].completed", equalTo(true));
        assertThat(toAssess()).isTrue();
        adviser()
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(assessment(id, 300_000, 1))
                .put("/v1/assessments/" + before)
                .then()
                .statusCode(200);
        assertThat(toAssess()).isFalse();
    }

    @Test
    void whatIsNotCompletedInTimeIsAsItWasSubmitted() {
        var id = submitted();
        giveBack(id).statusCode(201);
        var other = application(call);
        other.put("ownShare", 50_000);
        put(host, id, "\"3\"", other).statusCode(200);
        world.itIs(Instant.parse("2025-03-10T22:59:59Z"));
        endCompletions.look();
        world.as(host).get("/v1/applications/" + id).then().body("status", equalTo("returned"));
        world.itIs(Instant.parse("2025-03-10T23:00:00Z"));
        put(host, id, "\"4\"", application(call))
                .statusCode(409)
                .body("type", endsWith("application.completion-is-over"));
        submit(id).statusCode(422).body("errors.code", hasItem("application.completion-over"));
        endCompletions.look();
        world.as(host)
                .get("/v1/applications/" + id)
                .then()
                .body("status", equalTo("submitted"))
                .body("ownShare", equalTo(100_000))
                .body("completions[0].completed", equalTo(false));
    }

    @Test
    void onlyAnAdviserReturnsWhatIsSubmittedAndEveryFaultIsNamed() {
        var draft = begin(host, application(call));
        giveBack(draft).statusCode(404);
        var id = submitted(partner);
        post(world.asPerson("leder", "decision-maker"), "/v1/applications/" + id + "/returns", RETURN)
                .statusCode(403);
        post(
                        adviser(),
                        "/v1/applications/" + id + "/returns",
                        Map.of(
                                "remarks",
                                List.of(Map.of("pointer", "measures", "text", "Nei")),
                                "lastDay",
                                "2024-12-31"))
                .statusCode(422)
                .body("errors.pointer", contains("/remarks/0/pointer", "/lastDay"));
        post(adviser(), "/v1/applications/" + id + "/returns", Map.of("remarks", List.of(), "lastDay", "2025-03-10"))
                .statusCode(422);
    }

    @Test
    void ofManyReturnsAtOnceOneHasEffect() throws Exception {
        var id = submitted();
        var adviser = adviser();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var statuses = pool
                    .invokeAll(IntStream.range(0, 8)
                            .<java.util.concurrent.Callable<Integer>>mapToObj(_ -> () -> post(
                                            world.asPerson("adviser-1", "adviser"),
                                            "/v1/applications/" + id + "/returns",
                                            RETURN)
                                    .extract()
                                    .statusCode())
                            .toList())
                    .stream()
                    .map(one -> one.resultNow())
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        }
        adviser.get("/v1/applications/" + id).then().body("completions.size()", equalTo(1));
    }

    @Test
    void aRequestThatIsRepeatedAfterTheStateHasMovedOnIsAnsweredWithWhatItIs() {
        var id = begin(host, application(call));
        var key = UUID.randomUUID().toString();
        submitWith(key, id).statusCode(201).body("status", equalTo("submitted"));
        submitWith(key, id)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("status", equalTo("submitted"));
        giveBack(id).statusCode(201);
        submitWith(key, id)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", "\"3\"")
                .body("status", equalTo("returned"));
        world.as(host).get("/v1/applications/" + id).then().body("status", equalTo("returned"));
    }

    private ValidatableResponse submitWith(String key, String id) {
        return world.as(host)
                .header("Idempotency-Key", key)
                .post("/v1/applications/" + id + "/submission")
                .then();
    }

    private boolean toAssess() {
        return World.everyItem(this::adviser, "/v1/worklist").stream()
                .anyMatch(item -> item.get("link").equals("/v1/applications?status=submitted&callId=" + call));
    }

    private String submitted() {
        return submitted(host);
    }

    private String submitted(Resident by) {
        var id = begin(by, application(call));
        submit(by, id).statusCode(201);
        return id;
    }

    private Map<String, Object> joint(Map<String, Object> other) {
        var body = application(call);
        body.put("participants", List.of(unasked(number(host), 400_000 - (int) other.get("share")), other));
        return body;
    }

    private ValidatableResponse giveBack(String id) {
        return post(adviser(), "/v1/applications/" + id + "/returns", RETURN);
    }

    private RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    private ValidatableResponse ask(Resident by, String id) {
        return post(world.as(by), "/v1/applications/" + id + "/consent-requests");
    }

    private ValidatableResponse answer(Resident by, String id, boolean agreed, int share) {
        return post(
                world.as(by),
                "/v1/applications/" + id + "/consent",
                Map.of("agreed", agreed, "share", share, "answeredBy", signatory("Per Medvik", "Kommunedirektør")));
    }

    private ValidatableResponse sign(String id, Map<String, Object> by) {
        return post(world.as(host), "/v1/applications/" + id + "/signature", by);
    }

    private ValidatableResponse submit(String id) {
        return submit(host, id);
    }

    private ValidatableResponse submit(Resident by, String id) {
        return post(world.as(by), "/v1/applications/" + id + "/submission");
    }

    private static String number(Resident of) {
        return of.number().value();
    }
}
