package no.opptrapping.grant.applications;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static no.opptrapping.platform.testing.SampleFiles.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.opptrapping.grant.conversation.ClearUnsentFiles;
import no.opptrapping.grant.testing.World;
import no.opptrapping.grant.testing.World.Resident;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a municipality and the Directorate say to each other about an application, and what of it everybody reads. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ConversationIT extends AnnouncedCall {
    private static final Instant MONDAY = Instant.parse("2025-02-03T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2025-02-04T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2025-02-05T10:00:00Z");

    /** When every test begins, and takes in its files. */
    private static final Instant FILED = Instant.parse("2025-02-01T10:00:00Z");

    @Inject
    ClearUnsentFiles clearUnsentFiles;

    @Inject
    DataSource database;

    private Resident host;
    private Resident partner;
    private String application;

    @BeforeEach
    void aDraftOfTwo() {
        host = world.founded("Spørsvik");
        partner = world.founded("Parvik");
        var joint = application(call);
        joint.put(
                "participants",
                List.of(
                        participant(host.number().value(), 300_000),
                        participant(partner.number().value(), 100_000)));
        application = begin(host, joint);
    }

    @Test
    void whoOwesAnAnswerSinceWhenIsSeenByBothAndInTheirLists() {
        submit();
        world.itIs(MONDAY);
        say(world.as(host), "Kan vi bruke midlene til husleie?", true).statusCode(201);
        world.itIs(TUESDAY);
        say(world.as(host), "Og til strøm?", true).statusCode(201);
        owed("directorate", MONDAY);
        assertThat(waiting("message-to-answer", "since"))
                .singleElement()
                .asString()
                .startsWith(day(MONDAY));

        world.itIs(WEDNESDAY);
        say(adviser(), "Til hva slags hus?", true).statusCode(201).body("by", equalTo("directorate"));
        owed("municipality", WEDNESDAY);
        world.as(host)
                .get("/v1/notices?limit=500")
                .then()
                .body(
                        "items.findAll { it.kind == 'question-asked' }.about",
                        contains("/v1/applications/" + application + "/conversation"));
        assertThat(waiting("message-to-answer", "since")).isEmpty();
        assertThat(waiting("answer-awaited", "waitsFor")).isEqualTo(List.of("municipality"));
        world.as(host)
                .get("/v1/overview")
                .then()
                .body("missing.faults.code.flatten()", hasItem("overview.answer-owed"));

        say(world.as(host), "Et bofellesskap. Takk!", false).statusCode(201);
        conversation(world.as(host)).body("messages", equalTo(4)).body("answerOwedBy", nullValue());
        messages(world.as(host))
                .body("items.by", contains("municipality", "municipality", "directorate", "municipality"))
                .body("items.answerExpected", contains(true, true, true, false));
        world.as(host)
                .get("/v1/overview")
                .then()
                .body("missing.faults.code.flatten()", not(hasItem("overview.answer-owed")));
    }

    @Test
    void theMessagesComeInPages() {
        submit();
        for (var i = 0; i < 5; i++) {
            say(world.as(host), "Nummer " + i, false).statusCode(201);
        }
        var first = messages(world.as(host).queryParam("limit", 3)).body("items", hasSize(3));
        messages(world.as(host)
                        .queryParam("limit", 3)
                        .queryParam("cursor", first.extract().<String>path("next")))
                .body("items.text", contains("Nummer 3", "Nummer 4"))
                .body("next", nullValue());
    }

    @Test
    void participantsReadAndTheHostWrites() {
        submit();
        say(world.as(host), "Hva med andelene?", true).statusCode(201);
        messages(world.as(partner)).body("items", hasSize(1));
        say(world.as(partner), "Vi lurer også.", true).statusCode(404);
        var stranger = world.founded("Fremmedvik");
        for (var what : List.of("", "/messages")) {
            world.as(stranger).get(address(what)).then().statusCode(404);
        }
        say(world.as(stranger), "Hei", true).statusCode(404);
        say(world.asPerson("leader-1", "decision-maker"), "Hei", true).statusCode(403);
    }

    @Test
    void aDraftIsItsMunicipalitysUntilItAsks() {
        adviser().get(address("")).then().statusCode(404);
        say(adviser(), "Hvordan går det?", true).statusCode(404);
        say(world.as(host), "Når åpner skjemaet?", true).statusCode(201);
        world.as(partner).get(address("")).then().statusCode(404);
        conversation(adviser()).body("answerOwedBy", equalTo("directorate"));
        say(adviser(), "Det er åpent.", false).statusCode(201);
        adviser().get("/v1/applications/" + application).then().statusCode(404);
    }

    @Test
    void whoIsDisqualifiedSaysNothing() {
        submit();
        post(
                        world.asPerson("leader-1", "decision-maker"),
                        "/v1/disqualifications",
                        Map.of("person", "adviser-gift", "schemeId", scheme, "reason", "Gift med en som søker."))
                .statusCode(201);
        var disqualified = world.asPerson("adviser-gift", "adviser");
        say(disqualified, "Hei", true).statusCode(403).body("type", endsWith("impartiality.disqualified"));
        var answer = id(say(adviser(), "Ja.", false));
        publish(world.asPerson("adviser-gift", "adviser"), answer, "Får vi?", "Ja.", "nb")
                .statusCode(403);
    }

    @Test
    void aFileIsSeenWhenItsMessageIsSent() {
        submit();
        var file = attached(world.as(host));
        adviser().get(address("/attachments/" + file)).then().statusCode(404);
        saying(world.as(host), Map.of("text", "Se kartet.", "attachments", List.of(file)))
                .statusCode(201)
                .body("attachments.id", contains(file))
                .body("attachments.name", contains("kart.pdf"));
        saying(world.as(host), Map.of("text", "En gang til.", "attachments", List.of(file)))
                .statusCode(422)
                .body("errors.code", contains("conversation.attachment-unknown"))
                .body("errors.pointer", contains("/attachments/0"));
        saying(adviser(), Map.of("text", "Deres.", "attachments", List.of(attached(world.as(host)))))
                .statusCode(422);
        var read = adviser().get(address("/attachments/" + file));
        read.then().statusCode(200).contentType("application/pdf");
        assertThat(read.asByteArray()).isEqualTo(pdf());
        world.as(partner).get(address("/attachments/" + file)).then().statusCode(200);
    }

    @Test
    void aFileThatNoMessageIsSentWithIsClearedAway() {
        submit();
        var sent = attached(world.as(host));
        saying(world.as(host), Map.of("text", "Se kartet.", "attachments", List.of(sent)))
                .statusCode(201);
        var left = attached(world.as(host));
        var lefts = attached(adviser());
        world.itIs(FILED.plus(Duration.ofDays(29)));
        clearUnsentFiles.look();
        var justInTime = attached(world.as(host));
        saying(world.as(host), Map.of("text", "Og dette.", "attachments", List.of(left)))
                .statusCode(201);
        world.itIs(FILED.plus(Duration.ofDays(31)));
        clearUnsentFiles.look();
        clearUnsentFiles.look();
        saying(adviser(), Map.of("text", "Vårt.", "attachments", List.of(lefts)))
                .statusCode(422)
                .body("errors.code", contains("conversation.attachment-unknown"));
        saying(world.as(host), Map.of("text", "Til slutt.", "attachments", List.of(justInTime)))
                .statusCode(201);
        for (var one : List.of(sent, left)) {
            adviser().get(address("/attachments/" + one)).then().statusCode(200);
        }
    }

    @Test
    void aFileIsSentOrClearedAwayWhenBothComeAtOnce() throws Exception {
        submit();
        var file = attached(world.as(host));
        world.itIs(FILED.plus(Duration.ofDays(31)));
        var acts = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 6; i++) {
            acts.add(() -> saying(world.as(host), Map.of("text", "Se kartet.", "attachments", List.of(file)))
                    .extract()
                    .statusCode());
            acts.add(() -> {
                clearUnsentFiles.look();
                return 422;
            });
        }
        try (var people = Executors.newFixedThreadPool(acts.size())) {
            var answers = new ArrayList<Integer>();
            for (var answer : people.invokeAll(acts)) {
                answers.add(answer.get());
            }
            assertThat(answers).isSubsetOf(201, 422);
            adviser().get(address("/attachments/" + file)).then().statusCode(answers.contains(201) ? 200 : 404);
        }
    }

    @Test
    void aCountyGovernorsPeopleSpeakWhereTheirOfficeDecides() {
        host = world.foundedIn("87", "Embetsvik");
        application = begin(host, application(call));
        submit();
        say(world.asCountyGovernor("87"), "Hvor mange årsverk?", true)
                .statusCode(409)
                .body("type", endsWith("scheme.not-delegated"));
        var delegated = rules(28);
        delegated.put("decidedBy", "county-governors");
        world.itIs(World.BEGINNING);
        announce(world.schemeInForce(scheme("s-" + UUID.randomUUID()), delegated));
        application = begin(host, application(call));
        submit();
        world.itIs(MONDAY);
        say(world.asCountyGovernor("88"), "Hvor mange årsverk?", true).statusCode(404);
        var file = attached(world.asCountyGovernor("87"));
        saying(
                        world.asCountyGovernor("87"),
                        Map.of("text", "Hvor mange årsverk?", "answerExpected", true, "attachments", List.of(file)))
                .statusCode(201)
                .body("by", equalTo("directorate"));
        owed("municipality", MONDAY);
        world.as(host).get(address("/attachments/" + file)).then().statusCode(200);
        world.asCountyGovernor("88").get(address("")).then().statusCode(404);
    }

    @Test
    void anAnswerIsMadePublicOnceInEachLanguageAndWithoutWhoAsked() {
        submit();
        var question = id(say(world.as(host), "Får Spørsvik bruke midlene til husleie?", true));
        var answer = id(say(adviser(), "Ja, Spørsvik får det.", false));
        publish(adviser(), question, "Husleie?", "Ja.", "nb")
                .statusCode(409)
                .body("type", endsWith("conversation.not-an-answer"));
        publish(adviser(), answer, "Får Spørsvik det?", "Ja, Spørsvik.", "nb")
                .statusCode(422)
                .body("errors.code", contains("conversation.names-who-asked", "conversation.names-who-asked"))
                .body("errors.pointer", contains("/question", "/answer"));
        publish(adviser(), answer, "Husleie?", "Ja.", "sv").statusCode(422);
        publish(world.as(host), answer, "Husleie?", "Ja.", "nb").statusCode(403);
        answers().body("items", empty());

        publish(adviser(), answer, "Kan midlene brukes til husleie?", "Ja.", "nb")
                .statusCode(201)
                .body("language", equalTo("nb"));
        publish(adviser(), answer, "Husleie?", "Ja.", "nb")
                .statusCode(409)
                .body("type", endsWith("conversation.published-before"));
        publish(adviser(), answer, "Can the money be used for rent?", "Yes.", "en")
                .statusCode(201);
        var shown = answers()
                .body("items.question", contains("Kan midlene brukes til husleie?", "Can the money be used for rent?"))
                .body("items.language", contains("nb", "en"));
        assertThat(shown.extract().asString())
                .doesNotContain("Spørsvik", host.number().value(), answer, application);
        given().header("If-None-Match", shown.extract().header("ETag"))
                .get("/v1/calls/" + call + "/answers")
                .then()
                .statusCode(304);
    }

    @Test
    void twentyAtOnceAreTwentyMessagesAndAnAnswerIsMadePublicOnce() {
        submit();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> say(i % 2 == 0 ? world.as(host) : adviser(), "Nummer " + i, true)
                                    .extract()
                                    .statusCode(),
                            threads))
                    .toList();
            assertThat(sent.stream().map(CompletableFuture::join)).containsOnly(201);
            conversation(world.as(host)).body("messages", equalTo(20));
            var answer = id(say(adviser(), "Ja.", false));
            var published = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> publish(adviser(), answer, "Husleie?", "Ja.", "nb")
                                    .extract()
                                    .statusCode(),
                            threads))
                    .toList();
            assertThat(published.stream().map(CompletableFuture::join).sorted())
                    .containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        }
        answers().body("items", hasSize(1));
    }

    @Test
    void whatHasBeenSaidIsNotChanged() throws SQLException {
        submit();
        var said = id(say(world.as(host), "Hei", true));
        for (var sql : List.of(
                "update message set text = 'x' where id = '" + said + "'",
                "delete from message where id = '" + said + "'",
                "delete from message_attachment")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
                throw new AssertionError("It was done: " + sql);
            } catch (SQLException refused) {
                assertThat(refused.getMessage()).contains("permission denied");
            }
        }
    }

    @Test
    void aMessageSaysSomething() {
        submit();
        saying(world.as(host), Map.of("text", " ")).statusCode(422);
        saying(world.as(host), Map.of("text", "a".repeat(8001))).statusCode(422);
        saying(world.as(host), Map.of("text", "Hei", "attachments", List.of(UUID.randomUUID())))
                .statusCode(422);
    }

    private void submit() {
        post(world.as(host), "/v1/applications/" + application + "/submission").statusCode(201);
    }

    private RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    private String address(String what) {
        return "/v1/applications/" + application + "/conversation" + what;
    }

    private ValidatableResponse say(RequestSpecification as, String text, boolean answerExpected) {
        return saying(as, Map.of("text", text, "answerExpected", answerExpected));
    }

    private ValidatableResponse saying(RequestSpecification as, Map<String, Object> body) {
        return post(as, address("/messages"), body);
    }

    private ValidatableResponse publish(
            RequestSpecification as, String message, String question, String answer, String language) {
        return post(
                as,
                address("/messages/" + message + "/publication"),
                Map.of("question", question, "answer", answer, "language", language));
    }

    private String attached(RequestSpecification as) {
        return as.header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Disposition", "attachment; filename=kart.pdf")
                .contentType("application/pdf")
                .body(pdf())
                .post(address("/attachments"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String id(ValidatableResponse said) {
        return said.statusCode(201).extract().path("id");
    }

    private ValidatableResponse conversation(RequestSpecification as) {
        return as.get(address("")).then().statusCode(200);
    }

    private ValidatableResponse messages(RequestSpecification as) {
        return as.get(address("/messages")).then().statusCode(200);
    }

    private ValidatableResponse answers() {
        return given().get("/v1/calls/" + call + "/answers").then().statusCode(200);
    }

    /** That member of what the worklist says about the conversation. */
    private List<Object> waiting(String what, String member) {
        return World.everyItem(this::adviser, "/v1/worklist").stream()
                .filter(item -> what.equals(item.get("what")) && address("").equals(item.get("link")))
                .map(item -> item.get(member))
                .toList();
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }

    private void owed(String by, Instant since) {
        for (var reader : List.of(world.as(host), adviser())) {
            conversation(reader).body("answerOwedBy", equalTo(by)).body("answerOwedSince", startsWith(day(since)));
        }
    }
}
