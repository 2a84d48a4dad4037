package no.opptrapping.grant.webhooks;

import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices sent to a receiver that listens over TLS on this machine, which only tests may be sent to. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class WebhooksIT {
    @Inject
    World world;

    @Inject
    Notices notices;

    @Inject
    SendNotices sendNotices;

    private World.Resident utsira;
    private Receiver receiver;

    @BeforeEach
    void begin() throws Exception {
        world.itIs(World.BEGINNING);
        utsira = world.founded("Utsira");
        receiver = new Receiver();
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    @Test
    void noticesAreSentSignedOnceAndInTheirOrder() throws Exception {
        tell("https://example.no/before");
        var secret = registered(receiver.url()).<String>path("secret");
        tell("https://example.no/1");
        tell("https://example.no/2");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : executor.invokeAll(Collections.nCopies(8, () -> {
                sendNotices.look();
                return true;
            }))) {
                one.get();
            }
        }
        sendNotices.look();

        assertThat(receiver.taken()).hasSize(2);
        var feed = world.as(utsira).get("/v1/notices").jsonPath();
        for (var i = 0; i < 2; i++) {
            var message = receiver.taken().get(i);
            var event = JsonPath.from(message.body());
            assertThat(message.header("Content-Type")).startsWith("application/cloudevents+json");
            assertThat(event.getString("specversion")).isEqualTo("1.0");
            assertThat(event.getString("type")).isEqualTo("no.opptrapping.notice.v1");
            assertThat(event.getString("id")).isEqualTo(feed.getString("items[" + (i + 1) + "].id"));
            assertThat(event.getString("data.kind")).isEqualTo("webhook-disabled");
            assertThat(event.getString("data.text.nn")).contains("https://example.no/" + (i + 1));
            assertThat(message.header("webhook-id")).isEqualTo(event.getString("id"));
            assertThat(message.isSignedWith(secret)).isTrue();
        }
    }

    @Test
    void whatIsNotTakenIsTriedAgainLaterAndLaterAndGivenUpAfterAWeek() throws Exception {
        var dead = registered("https://localhost:1/varsler").<String>path("id");
        var alive = registered(receiver.url()).<String>path("id");
        receiver.answerWith(503);
        tell("https://example.no/1");
        sendNotices.look();
        sendNotices.look();
        assertThat(receiver.asked()).isEqualTo(1);
        world.as(utsira)
                .get("/v1/webhooks/" + alive)
                .then()
                .body("failingSince", startsWith("2025-01-10T08:00:0"))
                .body("lastFailure", equalTo("HTTP 503"))
                .body("secret", nullValue());

        world.itIs(World.BEGINNING.plusSeconds(15));
        receiver.answerWith(204);
        sendNotices.look();
        assertThat(receiver.taken()).hasSize(1);
        world.as(utsira).get("/v1/webhooks/" + alive).then().body("failingSince", nullValue());

        // More than the longest pause, whatever the seconds that a look takes.
        for (var hours = 7; hours <= 7 * 24 + 7; hours += 7) {
            world.itIs(World.BEGINNING.plus(Duration.ofHours(hours)));
            sendNotices.look();
        }
        world.as(utsira).get("/v1/webhooks/" + dead).then().body("disabledAt", startsWith("2025-01-17T"));
        world.as(utsira)
                .get("/v1/notices")
                .then()
                .body("items.kind", contains("webhook-disabled", "webhook-disabled"))
                .body("items[1].about", equalTo("/v1/webhooks/" + dead));
        sendNotices.look();
        assertThat(receiver.taken()).hasSize(2);
    }

    @Test
    void aRedirectIsNotFollowedAndASlowReceiverHoldsUpNobody() throws Exception {
        try (var other = new Receiver();
                var slow = new Receiver()) {
            registered(receiver.url());
            registered(other.url());
            registered(slow.url());
            receiver.redirectTo(other.url());
            slow.waitBeforeAnswering(Duration.ofSeconds(3));
            tell("https://example.no/1");
            var begun = Instant.now();
            sendNotices.look();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(9));
            assertThat(receiver.asked()).isEqualTo(1);
            assertThat(other.taken()).hasSize(1);
            assertThat(slow.taken()).hasSize(1);
        }
    }

    @Test
    void anAddressOfOursIsRefusedAndSomebodyElsesIsNotThere() {
        register("https://127.0.0.1/varsler")
                .statusCode(422)
                .body("errors.code", contains("webhook.address-private"))
                .body("errors.pointer", contains("/url"));
        register("http://kommune.example.no/").statusCode(422).body("errors.code", contains("webhook.url-not-https"));
        var mine = registered("https://kommune.example.no/varsler").<String>path("id");
        register("https://kommune.example.no/varsler")
                .statusCode(422)
                .body("errors.code", contains("webhook.registered-before"));
        var other = world.founded("Bokn");
        world.as(other).get("/v1/webhooks/" + mine).then().statusCode(404);
        world.as(other).delete("/v1/webhooks/" + mine).then().statusCode(404);
        for (var i = 1; i < RegisterWebhook.MOST; i++) {
            registered("https://kommune.example.no/" + i);
        }
        register("https://kommune.example.no/for-mange")
                .statusCode(422)
                .body("errors.code", contains("webhook.too-many"));
        world.as(utsira).get("/v1/webhooks").then().body("items", hasSize(RegisterWebhook.MOST));
        world.as(utsira).delete("/v1/webhooks/" + mine).then().statusCode(204);
        world.as(utsira).get("/v1/webhooks").then().body("items", hasSize(RegisterWebhook.MOST - 1));
    }

    private ValidatableResponse register(String url) {
        return post(world.as(utsira), "/v1/webhooks", Map.of("url", url));
    }

    private ExtractableResponse<Response> registered(String url) {
        return register(url)
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .extract();
    }

    private void tell(String url) {
        QuarkusTransaction.requiringNew()
                .run(() -> notices.tell(
                        utsira.id(), News.of(NoticeKind.WEBHOOK_DISABLED, "/v1/webhooks", Map.of("url", url))));
    }
}
