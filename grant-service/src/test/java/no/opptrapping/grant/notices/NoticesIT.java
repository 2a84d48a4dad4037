package no.opptrapping.grant.notices;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.MunicipalityId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a municipality is told, and that nothing is passed over. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class NoticesIT {
    @Inject
    World world;

    @Inject
    Notices notices;

    private World.Resident utsira;

    @BeforeEach
    void begin() {
        world.itIs(World.BEGINNING);
        utsira = world.founded("Utsira");
    }

    @Test
    void aCallIsToldToEverybodyAndItsChangesToThoseThatBeganAnApplication() {
        var other = world.founded("Bokn");
        var call = announced();
        world.itIs(Instant.parse("2025-02-01T08:00:00Z"));
        post(world.as(utsira), "/v1/applications", application(call)).statusCode(201);
        change(call, "extension", Map.of("deadline", "2025-03-09T23:59:59+01:00", "reason", "Vinterferie."));
        change(call, "correction", Map.of("title", text("Utlysning 2025, rettet"), "reason", "Feil år."));
        change(call, "cancellation", Map.of("reason", "Ingen bevilgning."));

        var told = read(utsira, "nb", null);
        assertThat(told.getList("items.kind", String.class))
                .containsExactly("call-announced", "call-extended", "call-corrected", "call-cancelled");
        assertThat(told.getString("items[1].text"))
                .isEqualTo(
                        "Utlysningen «Utlysning 2025» har fått ny søknadsfrist: 9. mars 2025 kl. 23.59. Begrunnelse: Vinterferie.");
        assertThat(told.getString("items[3].about")).isEqualTo("/v1/calls/" + call);
        assertThat(told.getString("items[3].at")).startsWith("2025-02-01T08:00:");
        assertThat(read(other, "nb", null).getList("items.kind")).isEqualTo(List.of("call-announced"));
        assertThat(read(utsira, "en", null).getString("items[3].text"))
                .isEqualTo(
                        "The call “Utlysning 2025, rettet” has been called off, and its applications will not be decided. Reason: Ingen bevilgning.");
    }

    @Test
    void aFeedIsReadOnFromWhereOneStoppedInTheMunicipalitysOwnLanguage() {
        keep("nynorsk", null, List.of());
        for (var i = 1; i <= 5; i++) {
            tell(utsira.id(), "https://kommune.example.no/" + i);
        }
        var first = world.as(utsira)
                .get("/v1/notices?limit=3")
                .then()
                .statusCode(200)
                .header("Content-Language", "nn")
                .body("items", hasSize(3))
                .body("more", equalTo(true))
                .extract()
                .jsonPath();
        assertThat(first.getString("items[0].text")).startsWith("Vi har i ei veke");
        var second = read(utsira, "nb", first.getString("next"));
        assertThat(second.getList("items.text", String.class))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).startsWith("Vi har i en uke"));
        var nothing = read(utsira, "nb", second.getString("next"));
        assertThat(nothing.getList("items")).isEmpty();
        assertThat(nothing.getString("next")).isEqualTo(second.getString("next"));
        tell(utsira.id(), "https://kommune.example.no/6");
        assertThat(read(utsira, "nb", second.getString("next")).getList("items"))
                .hasSize(1);
    }

    @Test
    void whatIsCommittedLateIsNotPassedOver() throws Exception {
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = executor.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                notices.tell(utsira.id(), news("https://kommune.example.no/slow"));
                written.countDown();
                await(goOn);
            }));
            written.await();
            tell(utsira.id(), "https://kommune.example.no/quick");
            var first = read(utsira, "nb", null);
            assertThat(first.getList("items")).hasSize(1);
            goOn.countDown();
            slow.get();
            assertThat(read(utsira, "nb", first.getString("next")).getList("items.text", String.class))
                    .singleElement()
                    .asString()
                    .contains("/slow");
        }
    }

    @Test
    void manyReadersAtOnceSeeEachNoticeOnceAndInOneOrder() throws Exception {
        for (var i = 0; i < 30; i++) {
            tell(utsira.id(), "https://kommune.example.no/" + i);
        }
        var seen = new ArrayList<List<String>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = executor.invokeAll(Collections.<Callable<List<String>>>nCopies(
                    12, () -> read(utsira, "nb", null).getList("items.id", String.class)));
            for (var reader : readers) {
                seen.add(reader.get());
            }
        }
        assertThat(seen.stream().distinct()).hasSize(1);
        assertThat(seen.getFirst()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void onesOwnAloneAndThoseOfWhomOneTookOver() {
        var other = world.founded("Bokn");
        tell(utsira.id(), "https://kommune.example.no/mine");
        assertThat(read(other, "nb", null).getList("items")).isEmpty();
        keep(null, LocalDate.of(2025, 6, 1), List.of(successor(other)));
        world.itIs(Instant.parse("2025-06-02T08:00:00Z"));
        assertThat(read(other, "nb", null).getList("items.municipalityId"))
                .isEqualTo(List.of(utsira.id().value().toString()));
        world.asPerson("adviser-1", "adviser").get("/v1/notices").then().statusCode(403);
        world.as(other).get("/v1/notices?after=tull").then().statusCode(400);
        world.as(other).get("/v1/notices?limit=501").then().statusCode(422);
    }

    private String announced() {
        var scheme = world.schemeInForce(scheme("s-" + UUID.randomUUID()));
        var call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", call(scheme))
                .statusCode(201)
                .extract()
                .<String>path("id");
        change(call, "announcement", Map.of());
        return call;
    }

    private void change(String call, String act, Map<String, Object> body) {
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/" + act, body)
                .statusCode(201);
    }

    private void tell(MunicipalityId to, String url) {
        QuarkusTransaction.requiringNew().run(() -> notices.tell(to, news(url)));
    }

    private static News news(String url) {
        return News.of(NoticeKind.WEBHOOK_DISABLED, "/v1/webhooks", Map.of("url", url));
    }

    private JsonPath read(World.Resident as, String language, String after) {
        return world.as(as)
                .header("Accept-Language", language)
                .get("/v1/notices" + (after == null ? "" : "?after=" + after))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void keep(String languageForm, LocalDate ceased, List<HeardMunicipality.Successor> successors) {
        world.keep(new HeardMunicipality(
                utsira.id(),
                ceased,
                List.of(new HeardMunicipality.Version(
                        utsira.number(), utsira.name(), LocalDate.of(1900, 1, 1), ceased)),
                successors,
                List.of(new HeardMunicipality.HeldNumber(utsira.organisation(), null, ceased)),
                List.of(),
                languageForm));
    }

    private static HeardMunicipality.Successor successor(World.Resident of) {
        return new HeardMunicipality.Successor(of.id(), LocalDate.of(2025, 6, 1), BigDecimal.ONE, true);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
