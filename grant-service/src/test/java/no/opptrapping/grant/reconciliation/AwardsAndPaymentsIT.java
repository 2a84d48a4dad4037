package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Who may accept an award, order and approve its payments, and read its letter. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AwardsAndPaymentsIT extends MillionToGive {
    @Test
    void aPaymentNeedsTwoPersonsAndStaysWithinTheAward() {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        order("ada", award, 50_000).then().statusCode(422).body("errors.code", hasItem("payment.award-not-accepted"));
        assertThat(worklist("/v1/awards/" + award)).containsExactly("award-to-accept municipality 1");
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        order("ada", award, 200_001).then().statusCode(422).body("errors.code", hasItem("payment.exceeds-award"));
        var payment =
                order("ada", award, 50_000).then().statusCode(201).extract().<String>path("id");
        assertThat(worklist("/v1/payments/" + payment)).containsExactly("payments-to-approve controller 1");
        world.as("ada", "adviser", "controller")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(403)
                .body("type", containsString("payment.orderer-may-not-approve"));
        confirm("/v1/payments/" + payment).then().statusCode(409);
        world.as("kari", "controller")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(201);
        confirm("/v1/payments/" + payment).then().statusCode(201).body("status", equalTo("confirmed"));
        confirm("/v1/payments/" + payment).then().statusCode(409);
        pay(1, 150_000);
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
    }

    @Test
    void blankIsNoIdCodeOrReason() {
        var bodies = Map.of(
                "/v1/payments", Map.of("awardId", "", "amount", "", "dueOn", ""),
                "/v1/payment-batches", Map.of("schemeId", " ", "year", "", "dueOn", "\u00a0"),
                "/v1/allocation-runs", Map.of("name", "\u200b", "schemeId", "", "structureDate", "", "unit", ""),
                "/v1/disqualifications", Map.of("person", "\u2060", "schemeId", "", "reason", " "));
        bodies.forEach((path, body) -> {
            var answer = world.as("dan", "adviser", "decision-maker")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(422)
                    .extract()
                    .<List<String>>path("errors.pointer");
            body.keySet().forEach(field -> assertThat(answer).as(path).contains("/" + field));
        });
    }

    @Test
    void awardsNeverExceedTheAppropriationAndOneWithoutOrganisationNumberWaits() {
        var poor = world.municipality(false);
        assertThat(world.award(scheme, Map.of(poor, 1_000_001L)))
                .isInstanceOf(MakeAwards.Outcome.InsufficientFunds.class);
        var award = awards(Map.of(poor, 1_000_000L)).getFirst();
        world.as("kari", "controller")
                .get("/v1/awards/" + award)
                .then()
                .statusCode(200)
                .body("waitsFor", equalTo("organisation-number"));
        assertThat(worklist("/v1/awards/" + award)).containsExactly("award-to-accept administrator 1");
        world.as("ada", "adviser")
                .body(Map.of("schemeId", scheme.toString(), "year", 2025, "dueOn", today()))
                .post("/v1/payment-batches")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("payment.nothing-to-pay"));
    }

    @Test
    void aMergedMunicipalityTakesOverTheAward() {
        var former = world.municipality(true);
        var merged = world.municipality(true);
        var award = awards(Map.of(former, 200_000L)).getFirst();
        accept(merged, award, ACCOUNT).then().statusCode(404);
        world.merge(former, merged, LocalDate.of(2025, 7, 1));
        clock.resetTo(Instant.parse("2025-07-02T08:00:00Z"));
        world.as(merged).get("/v1/awards").then().statusCode(200).body("items.id", hasItem(award.toString()));
        accept(merged, award, ACCOUNT).then().statusCode(201);
    }

    @Test
    void theLetterSaysWhatItMustInThreeLanguages() {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 600_000L)).getFirst();
        for (var language : List.of("nb", "nn", "en")) {
            world.as(bygd)
                    .accept("application/json")
                    .header("Accept-Language", language)
                    .get("/v1/awards/" + award + "/letter")
                    .then()
                    .statusCode(200)
                    .body("language", equalTo(language))
                    .body("sections", hasSize(7))
                    .body(
                            "sections.code",
                            equalTo(List.of(
                                    "background",
                                    "amount",
                                    "conditions",
                                    "reporting",
                                    "control",
                                    "repayment",
                                    "appeal")));
        }
        world.as(bygd)
                .accept("text/html")
                .header("Accept-Language", "nn")
                .get("/v1/awards/" + award + "/letter")
                .then()
                .statusCode(200)
                .body(containsString("Tilskotsbrev"))
                .body(containsString("600\u00a0000 kroner"));
        world.as(world.municipality(true))
                .get("/v1/awards/" + award + "/letter")
                .then()
                .statusCode(404);
    }
}
