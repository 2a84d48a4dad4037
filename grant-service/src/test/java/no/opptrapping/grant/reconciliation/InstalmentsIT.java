package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.grant.reconciliation.ReportNews.Told;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An award is paid by the instalments of its scheme's version, and held while an earlier report is overdue. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class InstalmentsIT extends MillionToGive {
    private static final String SECOND_DAY = "2025-09-01";

    @Inject
    ReportNews reports;

    private Municipality bygd;
    private AwardId award;

    @BeforeEach
    void anAwardInTwoInstalments() {
        world.pays(
                scheme,
                Map.of(
                        "instalments",
                        List.of(
                                Map.of("percent", 60, "from", "--01-01", "condition", "accepted"),
                                Map.of("percent", 40, "from", "--09-01", "condition", "reports-in"))));
        bygd = world.municipality(true);
        award = awards(2, Map.of(bygd, 333_333L)).getFirst();
    }

    @Test
    void nothingIsOrderedEarlierOrBeyondWhatThePlanLets() {
        instalments()
                .then()
                .statusCode(200)
                .body("instalments.amount", contains(199_999, 133_334))
                .body("instalments.from", contains("2025-01-01", SECOND_DAY))
                .body("instalments.state", contains("waiting", "waiting"))
                .body("instalments[0].waitsFor", contains("acceptance"))
                .body("instalments[1].waitsFor", contains("acceptance", "date", "earlier-instalment"));
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        instalments()
                .then()
                .body("instalments.state", contains("payable", "waiting"))
                .body("instalments[1].waitsFor", contains("date"));
        world.as(world.municipality(true))
                .get("/v1/awards/" + award + "/instalments")
                .then()
                .statusCode(404);

        order("ada", award, 200_000)
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.exceeds-plan"))
                .body("errors[0].arguments.payable", equalTo(199_999))
                .body("errors[0].arguments.next", equalTo(SECOND_DAY));
        pay(1, 199_999);
        instalments()
                .then()
                .body("instalments.state", contains("paid", "waiting"))
                .body("instalments.paid", contains(199_999, 0));
        batch(today()).then().statusCode(422).body("errors.code", contains("payment.nothing-to-pay"));
        orderOn(SECOND_DAY, 133_334).then().statusCode(201).body("amount", equalTo(133_334));
        instalments().then().body("instalments.state", contains("paid", "ordered"));
        balances();
    }

    @Test
    void anInstalmentIsHeldWhileAnEarlierReportIsOverdueAndReleasedByItself() {
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        var report = UUID.randomUUID();
        tell(report, 1, "opened", 2);
        Poll.until("the hold", this::isHeld);
        assertThat(worklist("/v1/awards/" + award + "/instalments")).containsExactly("payment-held municipality 1");

        clock.resetTo(Instant.parse("2025-09-01T08:00:00Z"));
        instalments()
                .then()
                .body("instalments.state", contains("payable", "waiting"))
                .body("instalments[1].waitsFor", contains("report"))
                .body("overdueReport.year", equalTo(2024))
                .body("overdueReport.dueOn", equalTo("2025-03-01"));
        orderOn(SECOND_DAY, 333_333).then().statusCode(422).body("errors.code", contains("payment.report-overdue"));
        batch(SECOND_DAY)
                .then()
                .statusCode(201)
                .body("sum", equalTo(199_999))
                .body("left.code", contains("payment.report-overdue"))
                .body("left.awardReference.size()", equalTo(1));

        tell(report, 3, "approved", 1);
        tell(report, 2, "submitted", 2);
        Poll.until("the release", () -> !isHeld());
        assertThat(worklist("/v1/awards/" + award + "/instalments")).isEmpty();
        instalments()
                .then()
                .body("instalments.state", contains("ordered", "payable"))
                .body("overdueReport", nullValue());
        batch(SECOND_DAY).then().statusCode(201).body("sum", equalTo(133_334)).body("left", nullValue());
        balances();
    }

    @Test
    void whatWasOrderedIsNotApprovedWhileTheReportIsSentBack() {
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        clock.resetTo(Instant.parse("2025-09-01T08:00:00Z"));
        var first =
                orderOn(SECOND_DAY, 199_999).then().statusCode(201).extract().<String>path("id");
        var second =
                orderOn(SECOND_DAY, 133_334).then().statusCode(201).extract().<String>path("id");
        var report = UUID.randomUUID();
        tell(report, 2, "returned", 1);
        Poll.until("the hold", this::isHeld);
        approve(second).then().statusCode(422).body("errors.code", contains("payment.report-overdue"));
        approve(first).then().statusCode(201);
        tell(report, 4, "approved", 1);
        Poll.until("the release", () -> !isHeld());
        approve(second).then().statusCode(201);
    }

    @Test
    void aReportThatWasSubmittedInTimeHoldsNothing() {
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        var report = UUID.randomUUID();
        tell(report, 2, "submitted", 1);
        var other = world.municipality(true);
        var otherAward = awards(2, Map.of(other, 1_000L)).getLast();
        accept(other, otherAward, ACCOUNT);
        reports.tell(new Told(UUID.randomUUID(), other, 1, "opened", Map.of(), 2025, "2025-03-01"), 1);
        reports.tell(new Told(UUID.randomUUID(), bygd, 1, "opened", Map.of(), 2023, "2025-12-31"), 1);
        clock.resetTo(Instant.parse("2025-09-01T08:00:00Z"));
        Poll.until("the report", () -> !worklist("/v1/reports/" + report).isEmpty());
        assertThat(isHeld()).isFalse();
        orderOn(SECOND_DAY, 333_333).then().statusCode(201);
        world.as("kari", "controller")
                .get("/v1/payment-holds")
                .then()
                .body("items.findAll { it.awardId == '" + otherAward + "' }", empty());
    }

    @Test
    void ofManyOrdersAtOnceNoneGoesBeyondThePlan() throws Exception {
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        var answers = atOnce(IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> i % 3 == 0
                        ? batch(today()).statusCode()
                        : order("ada", award, 199_999).statusCode())
                .toList());
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 422);
        instalments().then().body("instalments.ordered", contains(199_999, 0));
    }

    private void tell(UUID report, long version, String status, int times) {
        reports.tell(new Told(report, bygd, version, status, Map.of(), 2024, "2025-03-01"), times);
    }

    private boolean isHeld() {
        return holds().contains(award.toString());
    }

    private List<String> holds() {
        return world.as("kari", "controller")
                .get("/v1/payment-holds?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .path("items.awardId");
    }

    private Response instalments() {
        return world.as(bygd).get("/v1/awards/" + award + "/instalments");
    }

    private Response batch(String dueOn) {
        return world.as("ada", "adviser")
                .body(Map.of("schemeId", scheme.toString(), "year", 2025, "dueOn", dueOn))
                .post("/v1/payment-batches");
    }

    private Response orderOn(String dueOn, long amount) {
        return world.as("ada", "adviser")
                .body(Map.of("awardId", award.toString(), "amount", amount, "dueOn", dueOn))
                .post("/v1/payments");
    }

    private Response approve(String payment) {
        return world.as("kari", "controller").post("/v1/payments/" + payment + "/approval");
    }
}
