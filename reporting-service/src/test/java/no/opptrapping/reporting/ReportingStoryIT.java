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
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.reporting.obligations.KeepObligations;
import org.junit.jupiter.api.Test;

/** One municipality's report from award to statistics. */
@QuarkusTest
@TestProfile(ReportingApplication.class)
class ReportingStoryIT {
    private static final String MOSS = UUID.randomUUID().toString();
    private static final String HALDEN = UUID.randomUUID().toString();
    private static final String MOSS_ORGANISATION = Tokens.organisationNumber(111_111);
    private static final String HALDEN_ORGANISATION = Tokens.organisationNumber(222_222);
    private static final String LATER_ORGANISATION = Tokens.organisationNumber(333_333);
    private static final String AWARD = UUID.randomUUID().toString();

    @Inject
    KeepObligations keepObligations;

    @Inject
    Rounds rounds;

    @Inject
    Neighbours neighbours;

    @Inject
    Tokens tokens;

    @Inject
    SimulatedClock clock;

    @Test
    void anAwardIsPaidReportedControlledApprovedAndCounted() {
        clock.resetTo(Instant.parse("2026-02-01T08:00:00Z"));
        neighbours.publish(
                neighbours.municipality(MOSS, "3103", "Moss", MOSS_ORGANISATION),
                neighbours.municipality(HALDEN, "3101", "Halden", HALDEN_ORGANISATION),
                neighbours.indicator("population", 2025, "2025-01-01", Map.of("3103", "50000", "3101", "30000")));

        var waiting = theAwardMakesAnObligationThatWaits();
        var report = thePaymentOpensAReportThatIsFilledIn(waiting);
        aDraftIsRefusedWithAllItsFaults(report);
        nobodyElseSeesIt(report);
        theCorrectedDraftIsSubmittedReturnedAndApproved(report);
        theObligationIsFulfilled();
        theStatisticsCountIt();
        anotherAwardIsAddedWithoutTouchingWhatIsApproved(report);
    }

    private String theAwardMakesAnObligationThatWaits() {
        neighbours.publish(neighbours.award(AWARD, 1, "accepted", MOSS, "3103", 600_000));
        return Poll.untilPresent("the obligation", () -> obligation("waiting"));
    }

    private String thePaymentOpensAReportThatIsFilledIn(String obligation) {
        neighbours.publish(neighbours.payment(UUID.randomUUID().toString(), 3, "confirmed", AWARD, MOSS, 600_000));
        Poll.until("the obligation to open", () -> obligation("open").equals(Optional.of(obligation)));
        String report = moss().get("/v1/reports?year=2025")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        var opened = get(report);
        assertThat(opened.extract().<String>path("status")).isEqualTo("opened");
        assertThat(opened.extract().<Integer>path("answers.accounts[0].received"))
                .isEqualTo(600_000);
        assertThat(opened.extract().<Map<String, String>>path("origins"))
                .containsEntry("/accounts/0/received", "payment");
        assertThat(opened.extract().<String>path("answers.services[0].measure")).isEqualTo("early-intervention");
        assertThat(opened.extract().<String>path("municipality.name")).isEqualTo("Moss");
        return report;
    }

    private void aDraftIsRefusedWithAllItsFaults(String report) {
        var etag = get(report).extract().header("ETag");
        moss().body(answers(500_000, 50_000, "-1"))
                .put("/v1/reports/" + report)
                .then()
                .statusCode(428);
        moss().header("If-Match", "\"99\"")
                .body(answers(500_000, 50_000, "-1"))
                .put("/v1/reports/" + report)
                .then()
                .statusCode(412);
        var draft = moss().header("If-Match", etag)
                .body(answers(500_000, 50_000, "-1"))
                .put("/v1/reports/" + report)
                .then()
                .statusCode(200);
        assertThat(draft.extract().<String>path("status")).isEqualTo("draft");
        var refused =
                moss().post("/v1/reports/" + report + "/submission").then().statusCode(422);
        assertThat(refused.extract().<List<String>>path("errors.code"))
                .containsExactly("controls.not-balanced", "controls.man-years-negative", "controls.purpose-missing");
        assertThat(refused.extract().<List<String>>path("errors.pointer"))
                .containsExactly("/accounts/0/spent", "/manYears/0/value", "/purpose");
        assertThat(refused.extract().<String>path("errors[1].detail")).isEqualTo("Man-years cannot be negative.");
    }

    private void nobodyElseSeesIt(String report) {
        var halden = tokens.municipality(HALDEN_ORGANISATION);
        halden.get("/v1/reports/" + report).then().statusCode(404);
        tokens.municipality(HALDEN_ORGANISATION)
                .post("/v1/reports/" + report + "/submission")
                .then()
                .statusCode(404);
        assertThat(tokens.municipality(HALDEN_ORGANISATION)
                        .get("/v1/reports")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items"))
                .isEmpty();
        tokens.staff("kari", "adviser")
                .post("/v1/reports/" + report + "/approval")
                .then()
                .statusCode(403);
    }

    private void theCorrectedDraftIsSubmittedReturnedAndApproved(String report) {
        write(report, answers(550_000, 50_000, "2.50").replace("\"purpose\":null", "\"purpose\":\"large\""));
        step(moss(), report, "submission", "").statusCode(201);
        moss().post("/v1/reports/" + report + "/submission").then().statusCode(409);
        moss().header("If-Match", get(report).extract().header("ETag"))
                .body(answers(1, 1, "1"))
                .put("/v1/reports/" + report)
                .then()
                .statusCode(409);

        step(controller(), report, "return", "{\"remarks\":[]}").statusCode(422);
        var returned = step(
                        controller(),
                        report,
                        "return",
                        "{\"remarks\":[{\"pointer\":\"/accounts/0/spent\",\"text\":\"Are wages included?\"}]}")
                .statusCode(201);
        assertThat(returned.extract().<String>path("status")).isEqualTo("returned");

        step(moss(), report, "submission", "").statusCode(201);
        var approved = step(controller(), report, "approval", "").statusCode(201);
        assertThat(approved.extract().<String>path("status")).isEqualTo("approved");
        assertThat(approved.extract().<Integer>path("approvedEdition")).isEqualTo(2);
        step(controller(), report, "approval", "").statusCode(409);
    }

    private void theObligationIsFulfilled() {
        assertThat(obligation("fulfilled")).isPresent();
    }

    private void theStatisticsCountIt() {
        var money = given().header("Accept-Language", "en")
                .get("/v1/statistics/money?year=2025&by=county")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(money.getMap("items.find { it.key == '31' }"))
                .containsEntry("name", "Østfold")
                .containsEntry("awarded", 600_000)
                .containsEntry("paid", 600_000)
                .containsEntry("spent", 550_000)
                .containsEntry("unspent", 50_000)
                .containsEntry("outstanding", 0)
                .containsEntry("population", 80_000)
                .containsEntry("perInhabitant", "7.50")
                .containsEntry("shareSpent", "0.917");
        var national = given().get("/v1/statistics/national?year=2025")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var manYears = given().get("/v1/statistics/man-years?year=2025&by=county")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(manYears.getMap("items.find { it.key == '31' }"))
                .containsEntry("manYears", "2.50")
                .containsEntry("municipalities", 1)
                .containsEntry("population", 50_000)
                .containsEntry("perThousand", "0.05");
        assertThat(manYears.getMap("items.find { it.key == 'not-answered' }"))
                .containsEntry("manYears", null)
                .containsEntry("name", "Ikke svart, eller svaret er ikke godkjent");
        assertThat(national.getMap("responseBy.county.items.find { it.key == '31' }"))
                .containsEntry("should", 1)
                .containsEntry("did", 1)
                .containsEntry("rate", "1.000");
        assertThat(given().accept("text/csv")
                        .get("/v1/statistics/money?year=2025&by=county&dialect=excel")
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString())
                .startsWith("\uFEFFkey;name;municipalities;")
                .contains(";600000;600000;550000;50000;0;0;7,50;0,917;");
        given().accept("application/xml")
                .get("/v1/statistics/money?year=2025")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        given().get("/v1/statistics/money?year=2025&by=parish").then().statusCode(400);
        given().get("/v1/statistics/money?year=2025&structureDate=2020-01-01")
                .then()
                .statusCode(422);
    }

    /** More comes after the approval: what is approved stays, the addition is asked for, said, and answered. */
    private void anotherAwardIsAddedWithoutTouchingWhatIsApproved(String report) {
        var second = UUID.randomUUID().toString();
        neighbours.publish(
                neighbours.award(second, 1, "accepted", MOSS, "3103", 100_000),
                neighbours.payment(UUID.randomUUID().toString(), 3, "confirmed", second, MOSS, 100_000));
        Poll.until("the addition", () -> get(report).extract().path("addition") != null);
        var approved = get(report).extract();
        assertThat(approved.<String>path("status")).isEqualTo("approved");
        assertThat(approved.<List<?>>path("answers.accounts")).hasSize(1);
        assertThat(approved.<List<String>>path("addition.awards.awardId")).containsExactly(second);
        assertThat(approved.<List<?>>path("addition.answers.accounts")).hasSize(2);
        assertThat(approved.<String>path("addition.text")).contains("T-2025-1");
        assertThat(obligation("open")).isPresent();
        assertThat(obligation("fulfilled")).isPresent();
        assertThat(moss().get("/v1/overview").jsonPath().getString("deadlines[0].text"))
                .contains("something has come since");

        write(report, withAccount(second));
        var refused =
                moss().post("/v1/reports/" + report + "/submission").then().statusCode(422);
        assertThat(refused.extract().<List<String>>path("errors.severity")).contains("error", "warning");
    }

    @Test
    void aPaidAwardIsReportedOnFromTheDayThatItsLetterNames() {
        clock.resetTo(Instant.parse("2026-03-10T08:00:00Z"));
        var later = UUID.randomUUID().toString();
        var award = UUID.randomUUID().toString();
        neighbours.publish(
                neighbours.municipality(later, "5699", "Nyvik", LATER_ORGANISATION),
                neighbours.opening(neighbours.award(award, 1, "accepted", later, "5699", 100_000), "2027-03-01"),
                neighbours.payment(UUID.randomUUID().toString(), 3, "confirmed", award, later, 100_000));
        Poll.until("the obligation", () -> statuses("obligations").equals(List.of("waiting")));
        assertThat(statuses("reports")).isEmpty();
        clock.resetTo(Instant.parse("2027-02-28T22:59:00Z"));
        openDue();
        assertThat(statuses("obligations")).containsExactly("waiting");
        clock.resetTo(Instant.parse("2027-02-28T23:00:00Z"));
        openDue();
        assertThat(statuses("obligations")).containsExactly("open");
        assertThat(statuses("reports")).containsExactly("opened");
    }

    /** As the schedule does: room by room, and what is wrong with one stops no other. */
    private void openDue() {
        var today = BusinessDates.today(clock);
        rounds.each(
                "open-due-in-the-story",
                () -> keepObligations.toOpen(today),
                room -> keepObligations.open(room, today));
    }

    private List<String> statuses(String of) {
        return tokens.municipality(LATER_ORGANISATION)
                .get("/v1/" + of)
                .then()
                .statusCode(200)
                .extract()
                .path("items.status");
    }

    private static String withAccount(String award) {
        return answers(550_000, 50_000, "2.50")
                .replace("\"purpose\":null", "\"purpose\":\"large\"")
                .replace("\"offered\":true,\"works\":\"well\",\"change\":\"strengthened\"", "\"offered\":false")
                .replace("\"auditorAttested\":true}]", """
                    "auditorAttested":true},
                    {"awardId":"%s","received":100000,"spent":1,"unspent":9,"ownShare":0}]
                    """.formatted(award));
    }

    private Optional<String> obligation(String status) {
        return moss()
                .get("/v1/obligations?status=" + status)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id")
                .stream()
                .findFirst();
    }

    private ValidatableResponse get(String report) {
        return moss().get("/v1/reports/" + report).then().statusCode(200);
    }

    private void write(String report, String answers) {
        moss().header("If-Match", get(report).extract().header("ETag"))
                .body(answers)
                .put("/v1/reports/" + report)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse step(RequestSpecification caller, String report, String step, String body) {
        return (body.isEmpty() ? caller : caller.body(body))
                .post("/v1/reports/" + report + "/" + step)
                .then();
    }

    private RequestSpecification moss() {
        return tokens.municipality(MOSS_ORGANISATION);
    }

    private RequestSpecification controller() {
        return tokens.staff("kaia", "controller");
    }

    private static String answers(long spent, long unspent, String manYears) {
        return """
            {"accounts":[{"awardId":"%s","received":600000,"spent":%d,"unspent":%d,"ownShare":10000,
                          "auditorAttested":true}],
             "manYears":[{"targetGroup":"adults","area":"home-ambulant","education":"college","value":"%s"}],
             "purpose":null,
             "services":[{"measure":"early-intervention","offered":true,"works":"well","change":"strengthened"}],
             "comments":[]}
            """.formatted(AWARD, spent, unspent, manYears);
    }
}
