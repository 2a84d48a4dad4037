package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.LapseAwards;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** An award that nobody takes up: declined by the municipality, or lapsed when its period is over. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AwardsThatEndIT extends MillionToGive {
    /** The last moment of the twenty-eighth day after 1 June 2025, in Norway. */
    private static final Instant LAST_MOMENT = Instant.parse("2025-06-29T21:59:59Z");

    @Inject
    LapseAwards lapseAwards;

    @Test
    void whatIsDeclinedCanBeAwardedAgain() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 1_000_000L)).getFirst();
        assertThat(figures().get("undistributed")).isZero();

        decline(utsira, award, "Vi får ikke tilsatt noen.")
                .then()
                .statusCode(201)
                .body("status", equalTo("annulled"))
                .body("ended.cause", equalTo("declined"))
                .body("ended.on", equalTo("2025-06-01"))
                .body("ended.reason", equalTo("Vi får ikke tilsatt noen."))
                .body("waitsFor", nullValue());

        assertThat(entries(award)).containsExactly("awarded", "annulled");
        assertThat(figures().get("undistributed")).isEqualTo(1_000_000);
        assertThat(figures().get("awarded")).isZero();
        assertThat(worklist("/v1/awards/" + award)).isEmpty();
        awards(Map.of(world.municipality(true), 1_000_000L));
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
    }

    @Test
    void anAwardLapsesWhenNobodyHasAcceptedItByTheLastDayOfItsPeriod() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();

        clock.resetTo(LAST_MOMENT);
        lapseAwards.look();
        read(utsira, award).then().body("status", equalTo("awarded")).body("acceptBy", equalTo("2025-06-29"));

        clock.resetTo(LAST_MOMENT.plusSeconds(1));
        lapseAwards.look();
        read(utsira, award)
                .then()
                .body("status", equalTo("lapsed"))
                .body("version", equalTo(2))
                .body("ended.cause", equalTo("not-accepted"))
                .body("ended.on", equalTo("2025-06-30"));
        lapseAwards.look();
        read(utsira, award).then().body("version", equalTo(2));

        assertThat(entries(award)).containsExactly("awarded", "annulled");
        assertThat(figures().get("undistributed")).isEqualTo(1_000_000);
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
        accept(utsira, award, ACCOUNT)
                .then()
                .statusCode(409)
                .body("type", endsWith("award.not-waiting-for-acceptance"))
                .body("state", equalTo("lapsed"));
        decline(utsira, award, "For sent.").then().statusCode(409);
    }

    @Test
    void thePeriodDoesNotRunOutForWhomCannotAnswer() {
        var waiting = world.municipality(false);
        var utsira = world.municipality(true);
        awards(Map.of(waiting, 300_000L, utsira, 200_000L));
        clock.resetTo(LAST_MOMENT.plusSeconds(1));
        lapseAwards.look();
        world.as("kari", "controller")
                .get("/v1/awards?schemeId=" + scheme)
                .then()
                .body("items.status", containsInAnyOrder("awarded", "lapsed"));
        assertThat(figures().get("undistributed")).isEqualTo(700_000);
    }

    @Test
    void acceptedOrPaidIsNeitherDeclinedNorLapsed() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        accept(utsira, award, ACCOUNT).then().statusCode(201);
        decline(utsira, award, "Vi ombestemte oss.").then().statusCode(409);
        clock.resetTo(LAST_MOMENT.plusSeconds(1));
        lapseAwards.look();
        read(utsira, award).then().body("status", equalTo("accepted"));
    }

    @Test
    void onlyTheOneThatAnswersForItDeclinesAndEveryFaultIsTold() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        decline(world.municipality(true), award, "Ikke vår.").then().statusCode(404);
        world.as(utsira)
                .body(Map.of("declinedBy", "\u200b", "reason", " ", "unknown", 1))
                .post("/v1/awards/" + award + "/declination")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/declinedBy", "/reason", "/unknown"));
        read(utsira, award).then().body("status", equalTo("awarded"));
    }

    @Test
    void ofManyAnswersAtOnceOneHasEffect() throws Exception {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        clock.resetTo(LAST_MOMENT.plusSeconds(1));
        var acts = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 6; i++) {
            acts.add(() -> accept(utsira, award, ACCOUNT).statusCode());
            acts.add(() -> decline(utsira, award, "Nei takk.").statusCode());
            acts.add(() -> {
                lapseAwards.look();
                return 0;
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(acts)) {
                answers.add(answer.get());
            }
            assertThat(answers.stream().filter(status -> status == 201).count()).isLessThanOrEqualTo(1);
            assertThat(answers).isSubsetOf(0, 201, 409);
        }
        read(utsira, award).then().body("version", equalTo(2));
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
    }

    @Test
    void ofAHundredAcceptancesAtOnceOneHasEffect() throws Exception {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(Collections.<Callable<Integer>>nCopies(
                    100, () -> accept(utsira, award, ACCOUNT).statusCode()))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(100).containsOnlyOnce(201).containsOnly(201, 409);
        read(utsira, award).then().body("version", equalTo(2));
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
    }

    @Test
    void theLetterSaysWhatBecomesOfAnAwardThatNobodyAnswers() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        for (var language : Map.of("nb", "faller tilskuddet bort", "nn", "fell tilskotet bort", "en", "lapses")
                .entrySet()) {
            assertThat(world.as(utsira)
                            .accept("application/json")
                            .header("Accept-Language", language.getKey())
                            .get("/v1/awards/" + award + "/letter")
                            .then()
                            .statusCode(200)
                            .extract()
                            .<List<List<String>>>path("sections.paragraphs")
                            .toString())
                    .contains(language.getValue());
        }
    }

    private Response decline(Municipality municipality, AwardId award, String reason) {
        return world.as(municipality)
                .body(Map.of("declinedBy", "Rådmannen", "reason", reason))
                .post("/v1/awards/" + award + "/declination");
    }

    private Response read(Municipality municipality, AwardId award) {
        return world.as(municipality).get("/v1/awards/" + award);
    }
}
