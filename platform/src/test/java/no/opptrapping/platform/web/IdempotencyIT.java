package no.opptrapping.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import no.opptrapping.embedded.issuer.LocalIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DatabaseAndIssuer.class)
class IdempotencyIT {
    private static final String WRITE = "hdir:tilskudd/kommune.write";

    LocalIssuer issuer;

    @Inject
    ProbeEffects effects;

    private final String key = UUID.randomUUID().toString();
    private final String text = "payment " + key;

    @Test
    void theSameRequestGetsTheFirstAnswerAgainAndHasItsEffectOnce() throws SQLException {
        var first = pay(key, line(text));
        var second = pay(key, "  {\"percent\" : 1, \"text\" : \"" + text + "\"}  ");

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo("\"1\""));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(effects.count(text)).isEqualTo(1);
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefused() throws SQLException {
        pay(key, line(text)).then().statusCode(201);
        pay(key, line(text + " more"))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://opptrapping.no/problems/idempotency.key-reused"));
        assertThat(effects.count(text + " more")).isZero();
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherKey() throws SQLException {
        pay(key, line(text)).then().statusCode(201);
        pay(issuer.staffToken("kari", "adviser"), key, line(text)).then().statusCode(201);
        assertThat(effects.count(text)).isEqualTo(2);
    }

    @Test
    void theKeyIsRequired() {
        given().auth()
                .oauth2(municipality())
                .contentType("application/json")
                .body(line(text))
                .post("/probe/payments")
                .then()
                .statusCode(400)
                .body("errors.code", contains("idempotency.key-missing"))
                .body("errors.pointer", contains("header:Idempotency-Key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "æ"})
    void aKeyThatIsNotOfItsFormIsRefused(String malformed) {
        pay(malformed, line(text)).then().statusCode(400);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        pay("k".repeat(256), line(text)).then().statusCode(400);
        pay(key + "k".repeat(255 - key.length()), line(text)).then().statusCode(201);
    }

    @Test
    void aRefusalIsWorkedOutAnewSinceItChangedNothing() {
        pay(key, line("refuse")).then().statusCode(422);
        pay(key, line("refuse")).then().statusCode(422).header("Idempotency-Replayed", nullValue());
        pay(key, line(text)).then().statusCode(201);
    }

    @Test
    void aFailureLeavesNeitherEffectNorRecord() throws SQLException {
        var before = effects.count("fail");
        pay(key, line("fail")).then().statusCode(500);
        assertThat(effects.count("fail")).isEqualTo(before);
        pay(key, line(text)).then().statusCode(201);
    }

    @Test
    void whileTheFirstIsInFlightTheSecondIsAConflict() throws Exception {
        effects.stopTheNext();
        try {
            var first = CompletableFuture.supplyAsync(() -> pay(key, line(text)));
            effects.awaitOneWaiting();
            pay(key, line(text))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("https://opptrapping.no/problems/idempotency.in-flight"));
            effects.letThemGo();
            first.get().then().statusCode(201);
        } finally {
            effects.letThemGo();
        }
        pay(key, line(text)).then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(effects.count(text)).isEqualTo(1);
    }

    @Test
    void manyAtOnceHaveOneEffect() throws SQLException, InterruptedException, ExecutionException {
        var all = IntStream.range(0, 8)
                .mapToObj(_ ->
                        CompletableFuture.supplyAsync(() -> pay(key, line(text)).statusCode()))
                .toList();
        for (var one : all) {
            assertThat(one.get()).isIn(201, 409);
        }
        assertThat(effects.count(text)).isEqualTo(1);
    }

    private String municipality() {
        return issuer.organisationToken("942110464", WRITE);
    }

    private Response pay(String idempotencyKey, String body) {
        return pay(municipality(), idempotencyKey, body);
    }

    private static Response pay(String token, String idempotencyKey, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json")
                .body(body)
                .post("/probe/payments");
    }

    private static String line(String text) {
        return "{\"text\":\"" + text + "\",\"percent\":1}";
    }
}
