package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.grant.reconciliation.ReportNews.Told;
import no.opptrapping.grant.succession.FollowStructureChanges;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the money that a municipality has not spent when the year is over. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class CarryOverIT extends MillionToGive {
    @Inject
    ReportNews reports;

    @Inject
    FollowStructureChanges follow;

    private final UUID report = UUID.randomUUID();
    private Municipality bygd;
    private AwardId award;

    @BeforeEach
    void aSchemeWhereATenthIsKept() {
        paidUnder(10, true);
    }

    private void paidUnder(int freePercent, boolean byApplication) {
        paidUnder(freePercent, byApplication, false);
    }

    private void paidUnder(int freePercent, boolean byApplication, boolean again) {
        scheme = world.carrying(freePercent, byApplication, again);
        world.appropriate(scheme, 1_000_000);
        bygd = world.municipality(true);
        award = awards(Map.of(bygd, 600_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        pay(1, 600_000);
    }

    @Test
    void theRulesKeepATenthAndTheRestIsAppliedForAndDecidedByTwo() {
        reported(1, "approved", 100_000, 3);
        var carryOver = opened();
        assertThat(carryOver.getString("state")).isEqualTo("open");
        assertThat(carryOver.getLong("carriedOver")).isEqualTo(60_000);
        assertThat(carryOver.getLong("left")).isEqualTo(40_000);
        assertThat(carryOver.getList("steps.cause")).containsExactly("rule");
        stands(100_000, 60_000);
        assertThat(entries(award)).containsExactly("awarded", "paid", "reported", "carried-over", "carried-in");
        assertThat(told(bygd)).contains("carried-over", "carry-over-possible");

        apply(bygd, 40_001)
                .statusCode(422)
                .body("errors.code", hasItem("carry-over.more-than-unspent"))
                .body("errors.pointer", hasItem("/amount"));
        apply(bygd, 0).statusCode(422).body("errors.code", hasItem("validation.too-small"));
        apply(bygd, 40_000).statusCode(201).body("state", equalTo("applied"));
        apply(bygd, 1).statusCode(409).body("type", endsWith("carry-over.not-open"));
        assertThat(worklist(address())).containsExactly("carry-over-to-propose adviser 1");
        decide("dina", 40_000).statusCode(409).body("type", endsWith("carry-over.not-proposed"));
        propose(40_001)
                .statusCode(422)
                .body("errors.code", hasItems("carry-over.more-than-applied-for", "carry-over.more-than-unspent"));
        propose(30_000).statusCode(201).body("requests[0].proposal.amount", equalTo(30_000));
        assertThat(worklist(address())).containsExactly("carry-over-to-decide decision-maker 1");
        world.as(bygd).get(address()).then().statusCode(200).body("requests[0].proposal", equalTo(null));
        decide("ada", 30_000).statusCode(403).body("type", endsWith("carry-over.proposer-may-not-decide"));
        decide("dina", 30_001).statusCode(422).body("errors.code", contains("carry-over.more-than-proposed"));
        stands(100_000, 60_000);
        decide("dina", 30_000)
                .statusCode(201)
                .body("state", equalTo("settled"))
                .body("carriedOver", equalTo(90_000))
                .body("requests[0].decision.amount", equalTo(30_000));
        stands(100_000, 90_000);
        assertThat(told(bygd)).contains("carry-over-decided");
        assertThat(worklist(address())).isEmpty();
        apply(bygd, 10_000).statusCode(409);
        decide("dina", 10_000).statusCode(409);
        world.as("kari", "controller")
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2026")
                .then()
                .body("carriedIn", equalTo(90_000))
                .body("appropriated", equalTo(0))
                .body("accounts.find { it.account == 'carried-unreported' }.balance", equalTo(90_000));
    }

    @Test
    void whatIsRefusedIsNotCarriedOverAndCanBeAppliedForWhenMoreIsUnspent() {
        reported(1, "approved", 100_000, 1);
        opened();
        apply(bygd, 20_000).statusCode(201);
        propose(0).statusCode(201);
        decide("dina", 0).statusCode(201).body("state", equalTo("settled")).body("carriedOver", equalTo(60_000));
        stands(100_000, 60_000);
        apply(bygd, 20_000).statusCode(409);
        reported(2, "corrected", 120_000, 1);
        Poll.until("more is unspent", () -> seen().getLong("unspent") == 120_000);
        apply(bygd, 60_000).statusCode(201);
        stands(120_000, 60_000);
    }

    @Test
    void nobodyAppliesWhereTheRulesSayNo() {
        paidUnder(0, false);
        reported(1, "approved", 100_000, 1);
        assertThat(opened().getString("state")).isEqualTo("settled");
        apply(bygd, 1).statusCode(409).body("type", endsWith("carry-over.not-by-application"));
        stands(100_000, 0);
    }

    @Test
    void aCorrectedReportThatLeavesLessIsForTwoPersonsToAnswer() {
        reported(2, "approved", 100_000, 1);
        opened();
        reported(1, "approved", 300_000, 1);
        reported(3, "corrected", 45_000, 2);
        Poll.until("too much is carried over", () -> seen().getString("state").equals("exceeded"));
        assertThat(check().getList("reportsOutOfStep.reason")).containsExactly("below-carried-over");
        assertThat(worklist(address())).containsExactly("carry-over-exceeded adviser 1");
        apply(bygd, 1).statusCode(409);
        propose(45_001).statusCode(422).body("errors.code", hasItem("carry-over.remains-more-than-unspent"));
        propose(45_000).statusCode(201);
        decide("dina", 45_000)
                .statusCode(201)
                .body("state", equalTo("settled"))
                .body("carriedOver", equalTo(45_000))
                .body("steps.change", equalTo(List.of(60_000, -15_000)));
        stands(45_000, 45_000);
        assertThat(told(bygd)).contains("carry-over-corrected");
    }

    @Test
    void theReportOfTheYearAfterAccountsForWhatWasCarriedIn() {
        reported(1, "approved", 100_000, 1);
        opened();
        var later = UUID.randomUUID();
        reportedAfter(later, 1, "approved", 45_000, 15_000, 2);
        accounted(60_000, 45_000, 15_000, 0);
        assertThat(entries(award))
                .containsExactly("awarded", "paid", "reported", "carried-over", "carried-in", "reported");
        stands(100_000, 60_000);
        // What was carried over once is carried over no more, by the scheme's rules.
        var second = second();
        assertThat(second.getString("state")).isEqualTo("settled");
        assertThat(second.getLong("left")).isEqualTo(15_000);
        world.as(bygd)
                .body(Map.of("amount", 1, "reasons", "Ansatt sent", "appliedBy", "Rådmannen"))
                .post("/v1/carry-overs/" + second.getString("id") + "/application")
                .then()
                .statusCode(409)
                .body("type", endsWith("carry-over.not-by-application"));

        reportedAfter(later, 3, "corrected", 60_000, 0, 1);
        Poll.until("the correction", () -> year(2026).getLong("spent") == 60_000);
        reportedAfter(later, 2, "corrected", 1, 59_999, 1);
        accounted(60_000, 60_000, 0, 0);
        world.as(bygd).get("/v1/overview").then().body("money.spent", equalTo(560_000));
    }

    @Test
    void theWayOfTheMoneyIsOneStoryOverBothYears() {
        reported(1, "approved", 100_000, 1);
        opened();
        reportedAfter(UUID.randomUUID(), 1, "approved", 45_000, 15_000, 1);
        accounted(60_000, 45_000, 15_000, 0);
        var trace = world.as(bygd)
                .header("Accept-Language", "nn")
                .get("/v1/awards/" + award + "/trace")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(trace.getList("steps.kind"))
                .containsExactlyInAnyOrder(
                        "appropriated", "awarded", "accepted", "paid", "reported", "carried-over", "reported");
        assertThat(trace.getList("flow.nodes.id"))
                .containsExactly(
                        "awarded-2025",
                        "paid-2025",
                        "spent-2025",
                        "unspent-2025",
                        "carried-in-2026",
                        "spent-2026",
                        "unspent-2026");
        assertThat(trace.getLong("flow.links.find { it.to == 'carried-in-2026' }.amount"))
                .isEqualTo(60_000);
        assertThat(trace.getString("steps.find { it.kind == 'carried-over' }.text"))
                .endsWith("kroner vart overførte til 2026.");
        var page = world.as("kari", "controller")
                .accept("text/html")
                .header("Accept-Language", "en")
                .get("/v1/awards/" + award + "/trace")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .extract()
                .asString();
        assertThat(page).contains("Carried over to 2026", "<path class=\"band\"", "Where the money went");
        world.as(world.municipality(true))
                .get("/v1/awards/" + award + "/trace")
                .then()
                .statusCode(404);
        world.as(bygd)
                .accept("application/xml")
                .get("/v1/awards/" + award + "/trace")
                .then()
                .statusCode(406);
    }

    @Test
    void whatIsReportedOfCarriedMoneyThatDoesNotFitIsKeptAndNotPosted() {
        reported(1, "approved", 100_000, 1);
        opened();
        var later = UUID.randomUUID();
        // As if it had been paid for the year, more than was carried in, and a sum that does not add up.
        reports.tell(after(later, 1, new long[] {60_000, 60_000, 0}), 1);
        Poll.until("the first", () -> discrepancies().equals(List.of("received-differs")));
        reports.tell(after(later, 2, new long[] {0, 60_001, 0, 60_001}), 1);
        Poll.until("the second", () -> discrepancies().size() == 2);
        reports.tell(after(later, 3, new long[] {0, 59_999, 0, 60_000}), 1);
        Poll.until("the third", () -> discrepancies().contains("does-not-add-up"));
        assertThat(check().getBoolean("balanced")).isFalse();
        assertThat(year(2026).getLong("accounts.find { it.account == 'carried-unreported' }.balance"))
                .isEqualTo(60_000);
        assertThat(year(2025).getLong("carriedOver")).isEqualTo(60_000);
        reports.tell(after(later, 4, new long[] {0, 60_000, 0, 60_000}), 1);
        accounted(60_000, 60_000, 0, 0);
        assertThat(discrepancies()).isEmpty();
    }

    @Test
    void whatIsLeftAgainIsCarriedOverAgainWhereTheRulesSaySo() {
        paidUnder(10, true, true);
        reported(1, "approved", 100_000, 1);
        opened();
        reportedAfter(UUID.randomUUID(), 1, "approved", 20_000, 40_000, 1);
        Poll.until("the second carry-over", () -> list().getList("items").size() == 2);
        assertThat(second().getLong("carriedOver")).isEqualTo(40_000);
        accounted(60_000, 20_000, 0, 40_000);
        assertThat(year(2027).getLong("accounts.find { it.account == 'carried-unreported' }.balance"))
                .isEqualTo(40_000);
        balances();
    }

    @Test
    void whatTheYearAfterHasAccountedForIsNotTakenBack() {
        reported(1, "approved", 100_000, 1);
        opened();
        reportedAfter(UUID.randomUUID(), 1, "approved", 60_000, 0, 1);
        accounted(60_000, 60_000, 0, 0);
        reported(2, "corrected", 45_000, 1);
        Poll.until("too much is carried over", () -> seen().getString("state").equals("exceeded"));
        propose(45_000)
                .statusCode(422)
                .body("errors.code", contains("carry-over.accounted-for"))
                .body("errors.detail[0]", endsWith("gjort rede for i rapporten for 2026. Den må rettes først."));
    }

    private void reportedAfter(UUID of, long version, String status, long spent, long unspent, int times) {
        var carriedIn = 60_000L;
        reports.tell(
                new Told(
                        of,
                        bygd,
                        version,
                        status,
                        Map.of(award.toString(), new long[] {0, spent, unspent, carriedIn}),
                        2026,
                        "2027-03-01"),
                times);
    }

    private Told after(UUID of, long version, long[] account) {
        return new Told(
                of,
                bygd,
                version,
                version == 1 ? "approved" : "corrected",
                Map.of(award.toString(), account),
                2026,
                "2027-03-01");
    }

    private List<String> discrepancies() {
        return check().getList("reportsOutOfStep.reason");
    }

    private JsonPath second() {
        Poll.until("the second carry-over", () -> list().getList("items").size() == 2);
        return world.as("kari", "controller")
                .get("/v1/carry-overs/" + list().getString("items.find { it.fromYear == 2026 }.id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath year(int year) {
        return world.as("kari", "controller")
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=" + year)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The year after has accounted for what was carried in, and its ledger balances. */
    private void accounted(long carriedIn, long spent, long unspent, long carriedOver) {
        Poll.until("the report of the year after", () -> year(2026).getLong("spent") == spent);
        var accounts = year(2026);
        assertThat(accounts.getLong("carriedIn")).isEqualTo(carriedIn);
        assertThat(accounts.getLong("accounts.find { it.account == 'carried-unreported' }.balance"))
                .isZero();
        assertThat(accounts.getLong("accounts.find { it.account == 'unspent' }.balance"))
                .isEqualTo(unspent);
        assertThat(accounts.getLong("carriedOver")).isEqualTo(carriedOver);
        balances();
    }

    @Test
    void theSuccessorHasItWithItsHistory() {
        reported(1, "approved", 100_000, 1);
        opened();
        apply(bygd, 40_000).statusCode(201);
        var successor = world.municipality(true);
        world.as(successor).get(address()).then().statusCode(404);
        world.as(successor)
                .get("/v1/carry-overs?awardId=" + award)
                .then()
                .statusCode(200)
                .body("items", empty());
        world.merge(bygd, successor, LocalDate.of(2025, 6, 10));
        clock.resetTo(Instant.parse("2025-06-11T08:00:00Z"));
        follow.look();
        world.as(successor)
                .get(address())
                .then()
                .statusCode(200)
                .body("municipality.number", equalTo(successor.number().value()))
                .body("requests[0].amount", equalTo(40_000));
        world.as(bygd).get(address()).then().statusCode(404);
        propose(40_000).statusCode(201);
        decide("dina", 40_000).statusCode(201).body("carriedOver", equalTo(100_000));
        stands(100_000, 100_000);
        assertThat(told(successor)).contains("carry-over-decided");
    }

    @Test
    void ofTwelveAtOnceOneAppliesAndOneDecides() throws Exception {
        reported(1, "approved", 100_000, 1);
        opened();
        assertThat(answers(() -> apply(bygd, 40_000).extract().statusCode())).containsOnlyOnce(201);
        propose(40_000).statusCode(201);
        assertThat(answers(() -> decide("dina", 40_000).extract().statusCode())).containsOnlyOnce(201);
        assertThat(seen().getLong("carriedOver")).isEqualTo(100_000);
        stands(100_000, 100_000);
    }

    private static List<Integer> answers(Callable<Integer> act) throws Exception {
        return atOnce(Collections.nCopies(12, act));
    }

    private void reported(long version, String status, long unspent, int times) {
        reports.tell(
                new Told(report, bygd, version, status, Map.of(award.toString(), new long[] {
                    600_000, 600_000 - unspent, unspent
                })),
                times);
    }

    private JsonPath opened() {
        Poll.until("the carry-over", () -> list().getList("items").size() == 1);
        return seen();
    }

    private JsonPath list() {
        return world.as("kari", "controller")
                .get("/v1/carry-overs?awardId=" + award)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String address() {
        return "/v1/carry-overs/" + list().getString("items[0].id");
    }

    private JsonPath seen() {
        return world.as("kari", "controller")
                .get(address())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse apply(Municipality by, long amount) {
        return world.as(by)
                .body(Map.of("amount", amount, "reasons", "Ansatt sent", "appliedBy", "Rådmannen"))
                .post(address() + "/application")
                .then();
    }

    private ValidatableResponse propose(long amount) {
        return world.as("ada", "adviser")
                .body(Map.of("amount", amount, "reason", "Bundet lønn"))
                .post(address() + "/proposal")
                .then();
    }

    private ValidatableResponse decide(String person, long amount) {
        return world.as(person, "adviser", "decision-maker")
                .body(Map.of("amount", amount, "reason", "Bundet lønn"))
                .post(address() + "/decision")
                .then();
    }

    /** What the municipality has been told of this award. */
    private List<String> told(Municipality by) {
        return world.as(by)
                .get("/v1/notices?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.kind");
    }

    /** The ledger balances in both years, and the figure of the unspent is what the report says. */
    private void stands(long unspent, long carriedOver) {
        balances();
        world.as("kari", "controller")
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200)
                .body("unspent", equalTo((int) unspent))
                .body("carriedOver", equalTo((int) carriedOver))
                .body("outstanding", equalTo(0));
    }
}
