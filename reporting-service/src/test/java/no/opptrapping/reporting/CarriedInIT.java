package no.opptrapping.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.Test;

/** Money that is carried over to the year after: that year's report begins with it, whatever else there is to report on. */
@QuarkusTest
@TestProfile(ReportingApplication.class)
class CarriedInIT {
    @Inject
    Neighbours neighbours;

    @Inject
    Tokens tokens;

    @Inject
    SimulatedClock clock;

    private final String award = UUID.randomUUID().toString();
    private final String carryOver = UUID.randomUUID().toString();

    @Test
    void theReportOfTheYearAfterBeginsWithWhatWasCarriedInAndAccountsForIt() {
        clock.resetTo(Instant.parse("2027-02-01T08:00:00Z"));
        var storfjord = UUID.randomUUID().toString();
        var organisation = Tokens.organisationNumber(444_441);
        // The carry-over is heard of before its award.
        neighbours.publish(
                neighbours.municipality(
                        storfjord, 1, new Neighbours.Period("5698", "Storfjord", "2025-01-01", null), organisation, ""),
                neighbours.carryOver(carryOver, 2, award, storfjord, "5698", 50_000),
                neighbours.award(award, 2, "accepted", storfjord, "5698", 600_000));
        var report = report(organisation, 2026);
        var opened = get(organisation, report);
        assertThat(opened.extract().<List<Map<String, Object>>>path("answers.accounts"))
                .singleElement()
                .satisfies(account -> assertThat(account)
                        .containsEntry("awardId", award)
                        .containsEntry("carriedIn", 50_000)
                        .containsEntry("received", 0));
        assertThat(opened.extract().<Map<String, String>>path("origins"))
                .containsEntry("/accounts/0/carriedIn", "carry-over");
        assertThat(opened.extract().<String>path("size")).isEqualTo("simple");
        assertThat(obligation(organisation, "open"))
                .containsEntry("carryOverId", carryOver)
                .containsEntry("awardId", award)
                .containsEntry("year", 2026);

        write(organisation, report, answers(50_000, 45_000, 4_999));
        assertThat(codes(submission(organisation, report).statusCode(422))).containsExactly("controls.not-balanced");
        write(organisation, report, answers(49_000, 49_000, 0));
        assertThat(codes(submission(organisation, report).statusCode(422)))
                .containsExactly("controls.carried-in-differs");
        write(organisation, report, answers(50_000, 46_000, 4_000));
        submission(organisation, report).statusCode(201);
        tokens.staff("kaia", "controller")
                .contentType("application/json")
                .post("/v1/reports/" + report + "/approval")
                .then()
                .statusCode(201);
        assertThat(obligation(organisation, "fulfilled")).containsEntry("carryOverId", carryOver);

        var money = given().get("/v1/statistics/money?year=2026&by=municipality")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(money.getMap("items.find { it.key == '5698' }"))
                .containsEntry("carriedIn", 50_000)
                .containsEntry("awarded", 0)
                .containsEntry("spent", 46_000)
                .containsEntry("unspent", 4_000)
                .containsEntry("outstanding", 0)
                .containsEntry("shareSpent", "0.920");
        lessIsCarriedOverAfterAll(storfjord, organisation, report);
        nothingIsCarriedOverAnyMore(storfjord, organisation);
    }

    private void lessIsCarriedOverAfterAll(String storfjord, String organisation, String report) {
        var less = neighbours.carryOver(carryOver, 3, award, storfjord, "5698", 40_000);
        neighbours.publish(less, less, neighbours.carryOver(carryOver, 1, award, storfjord, "5698", 30_000));
        Poll.until("the addition", () -> get(organisation, report).extract().path("addition") != null);
        var approved = get(organisation, report).extract();
        assertThat(approved.<String>path("status")).isEqualTo("approved");
        assertThat(approved.<Integer>path("answers.accounts[0].carriedIn")).isEqualTo(50_000);
        assertThat(approved.<Integer>path("addition.answers.accounts[0].carriedIn"))
                .isEqualTo(40_000);
        assertThat(obligation(organisation, "open")).containsEntry("received", 40_000);
    }

    private void nothingIsCarriedOverAnyMore(String storfjord, String organisation) {
        neighbours.publish(neighbours.carryOver(carryOver, 4, award, storfjord, "5698", 0));
        Poll.until(
                "the end of the obligation",
                () -> obligations(organisation, "cancelled").size() == 1);
    }

    @Test
    void aMunicipalityThatWasMergedBeforeTheYearIsReportedForWithItsSuccessorsOwnMoney() {
        clock.resetTo(Instant.parse("2027-02-01T08:00:00Z"));
        var gone = UUID.randomUUID().toString();
        var heir = UUID.randomUUID().toString();
        var heirs = Tokens.organisationNumber(444_442);
        var others = Tokens.organisationNumber(444_443);
        var successor = """
                {"municipalityId":"%s","on":"2026-01-01","share":"1","method":"whole","dutyBearer":true}
                """.formatted(heir);
        var own = UUID.randomUUID().toString();
        neighbours.publish(
                neighbours.municipality(heir, 1, new Neighbours.Period("5697", "Nyby", "2025-01-01", null), heirs, ""),
                neighbours.municipality(
                        gone,
                        2,
                        new Neighbours.Period("5696", "Gammelby", "2025-01-01", "2026-01-01"),
                        others,
                        successor),
                neighbours.award(award, 2, "accepted", gone, "5696", 600_000));
        Poll.until(
                "the award",
                () -> obligations(heirs, "waiting").stream().anyMatch(one -> award.equals(one.get("awardId"))));
        neighbours.publish(
                neighbours.carryOver(carryOver, 1, award, gone, "5696", 50_000),
                neighbours.carryOver(own, 1, UUID.randomUUID().toString(), heir, "5697", 7_000));

        var report = report(heirs, 2026);
        var opened = get(heirs, report).extract();
        assertThat(opened.<String>path("municipality.municipalityId")).isEqualTo(heir);
        assertThat(opened.<List<String>>path("answers.accounts.awardId")).containsExactly(award);
    }

    private String report(String organisation, int year) {
        return Poll.untilPresent(
                "the report",
                () -> Optional.ofNullable(tokens.municipality(organisation)
                        .get("/v1/reports?year=" + year)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items[0].id")));
    }

    private Map<String, Object> obligation(String organisation, String status) {
        return Poll.untilPresent(
                "an obligation that is " + status,
                () -> obligations(organisation, status).stream().findFirst());
    }

    private List<Map<String, Object>> obligations(String organisation, String status) {
        return tokens.municipality(organisation)
                .get("/v1/obligations?status=" + status)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private String answers(long carriedIn, long spent, long unspent) {
        return """
                {"accounts":[{"awardId":"%s","carriedIn":%d,"received":0,"spent":%d,"unspent":%d,
                  "deviationExplained":"Sent i gang","auditorAttested":true}],
                 "manYears":[{"targetGroup":"adults","area":"home-ambulant","education":"college","value":"2.50"}],
                 "purpose":"large","services":[],"comments":[]}
                """.formatted(award, carriedIn, spent, unspent);
    }

    private void write(String organisation, String report, String answers) {
        caller(organisation)
                .header("If-Match", get(organisation, report).extract().header("ETag"))
                .body(answers)
                .put("/v1/reports/" + report)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse submission(String organisation, String report) {
        return caller(organisation)
                .post("/v1/reports/" + report + "/submission")
                .then();
    }

    private static List<String> codes(ValidatableResponse refused) {
        return refused.extract().path("errors.code");
    }

    private ValidatableResponse get(String organisation, String report) {
        return caller(organisation).get("/v1/reports/" + report).then().statusCode(200);
    }

    private RequestSpecification caller(String organisation) {
        return tokens.municipality(organisation).contentType("application/json");
    }
}
