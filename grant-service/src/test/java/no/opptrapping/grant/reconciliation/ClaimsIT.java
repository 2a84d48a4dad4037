package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import no.opptrapping.grant.claims.FollowCarryOvers;
import no.opptrapping.grant.claims.RemindOfClaims;
import no.opptrapping.grant.reconciliation.BankSays.Booked;
import no.opptrapping.grant.succession.FollowStructureChanges;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money of an award that is to be paid back: from the report that leaves it to the last krone. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ClaimsIT extends ClaimWorld {
    @Inject
    FollowCarryOvers drafts;

    @Inject
    RemindOfClaims reminders;

    @Inject
    FollowStructureChanges follow;

    @BeforeEach
    void aSchemeWhereATenthIsKeptAndNobodyApplies() {
        paidUnder(Map.of("carryOver", carryingOver(10, false)));
    }

    @Test
    void whatIsNeitherSpentNorCarriedOverIsClaimedAfterTheMunicipalityWasHeardAndPaidBackInParts() {
        reported(1, "approved", 100_000);
        var claim = claim();
        assertThat(seen(claim).getString("state")).isEqualTo("draft");
        assertThat(seen(claim).getLong("found")).isEqualTo(40_000);
        assertThat(worklist(claim)).containsExactly("claim-to-propose adviser 1");
        stands(Map.of("unspent", 40_000, "carried-over", 60_000, "claim", 0));
        world.as(bygd).get(claim).then().statusCode(404);

        notifyOf(claim).statusCode(409).body("type", endsWith("claim.not-proposed"));
        propose(claim, 40_001)
                .statusCode(422)
                .body("errors.code", contains("claim.more-than-found", "claim.more-than-there-is"));
        propose(claim, -1).statusCode(422).body("errors.pointer", contains("/amount"));
        propose(claim, 40_000).statusCode(201).body("state", equalTo("proposed"));
        assertThat(worklist(claim)).containsExactly("claim-to-notify adviser 1");
        decide("dina", claim, 40_000, "").statusCode(409).body("type", endsWith("claim.not-notified"));
        notifyOf(claim).statusCode(201).body("state", equalTo("notified"));
        notifyOf(claim).statusCode(409);
        assertThat(told(bygd)).contains("prior-notice");
        var notice = notice(claim);
        world.as(bygd)
                .get(notice)
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .body("amount", equalTo(40_000))
                .body("answerBy", equalTo("2025-06-23"));
        assertThat(worklist(notice)).containsExactly("prior-notice-to-answer municipality 1");
        decide("dina", claim, 40_000, "").statusCode(422).body("errors.code", contains("prior-notice.period-runs"));
        comment(bygd, notice).statusCode(201).body("state", equalTo("commented"));
        assertThat(worklist(claim)).containsExactly("claim-to-decide decision-maker 1");
        decide("dina", claim, 40_000, "")
                .statusCode(422)
                .body("errors.code", contains("prior-notice.comments-unanswered"))
                .body("errors.pointer", contains("/answer"));
        decide("ada", claim, 40_000, "Nei.").statusCode(403).body("type", endsWith("claim.another-person-decides"));
        decide("dina", claim, 40_001, "Nei.").statusCode(422).body("errors.code", hasItem("claim.more-than-proposed"));
        stands(Map.of("unspent", 40_000, "claim", 0));
        decide("dina", claim, 30_000, "Ansettelsen kunne vært gjort før.")
                .statusCode(201)
                .body("state", equalTo("claimed"))
                .body("outstanding", equalTo(30_000))
                .body("decision.dueOn", equalTo("2025-06-30"));
        stands(Map.of("unspent", 10_000, "carried-over", 60_000, "claim", 30_000, "claimed-unspent", 30_000));
        assertThat(told(bygd)).contains("claim-made");
        comment(bygd, notice).statusCode(409).body("type", endsWith("prior-notice.closed"));
        assertThat(letters("claim"))
                .anySatisfy(text -> assertThat(text)
                        .contains("30 000", "Ansettelsen kunne vært gjort før.", kid(claim), OWN_ACCOUNT));

        bank(List.of(Booked.paid(kid(claim), "12000.00", "K1-" + award)))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("repaid"));
        stands(Map.of("claim", 18_000, "repaid", 12_000));
        bank(List.of(Booked.paid(kid(claim), "12000.00", "K1-" + award)))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("known-before"));
        stands(Map.of("claim", 18_000, "repaid", 12_000));
        bank(List.of(Booked.paid(kid(claim), "18001.00", "K2-" + award)))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("put-aside"));
        bank(List.of(Booked.paid(kid(claim), "18000.00", "K3-" + award)))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("repaid"));
        assertThat(seen(claim).getString("state")).isEqualTo("settled");
        stands(Map.of("claim", 0, "repaid", 30_000));
        assertThat(entries(award))
                .containsExactly(
                        "awarded", "paid", "reported", "carried-over", "carried-in", "claimed", "repaid", "repaid");
        assertThat(told(bygd)).contains("repayment-received");
        world.as(bygd)
                .get(claim)
                .then()
                .statusCode(200)
                .body("repaid", equalTo(30_000))
                .body("proposal", equalTo(null))
                .body("found", equalTo(null))
                .body("steps.kind", contains("claimed", "repaid", "repaid"));
        drafts.look();
        assertThat(claims().getList("items")).hasSize(1);
        var trace = world.as(bygd)
                .get("/v1/awards/" + award + "/trace")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(trace.getLong("flow.links.find { it.to == 'repaid-2025' }.amount"))
                .isEqualTo(30_000);
        assertThat(trace.getList("steps.kind")).contains("claimed", "repaid");
    }

    @Test
    void theReminderComesSomeDaysAfterTheDueDateAndOnce() {
        reported(1, "approved", 100_000);
        var claim = decided(40_000);
        itIs("2025-07-03T08:00:00Z");
        reminders.look();
        assertThat(seen(claim).getString("state")).isEqualTo("claimed");
        itIs("2025-07-04T08:00:00Z");
        reminders.look();
        reminders.look();
        assertThat(seen(claim).getString("state")).isEqualTo("overdue");
        assertThat(told(bygd)).containsOnlyOnce("claim-overdue");
        assertThat(letters("claim-reminder")).hasSize(1);
        assertThat(worklist(claim)).containsExactly("claim-overdue adviser 1");
        bank(List.of(Booked.paid(kid(claim), "40000.00", "L1-" + award))).then().statusCode(201);
        assertThat(seen(claim).getString("state")).isEqualTo("settled");
        assertThat(worklist(claim)).isEmpty();
        stands(Map.of("claim", 0, "repaid", 40_000));
    }

    @Test
    void whatCannotBePlacedIsPutAsideAndAPersonPlacesItWithAnother() {
        reported(1, "approved", 100_000);
        var claim = decided(40_000);
        var unknown = "00000000000";
        bank(List.of(
                        Booked.paid(kid(claim), "40500.00", "M1-" + award),
                        Booked.paid(unknown, "17.00", "M2-" + award),
                        Booked.paid(kid(claim), "17.50", "M3-" + award),
                        Booked.paidBy("Bygd kommune", "300.00", "M4-" + award)))
                .then()
                .statusCode(201)
                .body("entries.effect", contains("put-aside", "put-aside", "put-aside", "put-aside"));
        assertThat(aside("M1-" + award))
                .containsEntry("aside", "more-than-owed")
                .containsEntry("surplus", 500)
                .containsEntry("claimId", claim.substring("/v1/claims/".length()));
        assertThat(aside("M2-" + award)).containsEntry("aside", "unknown-kid");
        assertThat(aside("M3-" + award))
                .containsEntry("aside", "not-whole-kroner")
                .containsEntry("amount", "17.50");
        assertThat(aside("M4-" + award)).containsEntry("aside", "no-kid").containsEntry("payer", "Bygd kommune");
        stands(Map.of("claim", 40_000, "repaid", 0));
        var credit = aside("M1-" + award).get("id").toString();
        var address = "/v1/bank-credits/" + credit;
        assertThat(worklist(address)).containsExactly("credit-to-place adviser 1");

        place(claim, credit, 40_501).statusCode(422).body("errors.code", hasItems("claim.more-than-owed"));
        place(claim, UUID.randomUUID().toString(), 1)
                .statusCode(422)
                .body("errors.code", contains("claim.credit-not-aside"));
        place(claim, credit, 40_000).statusCode(201);
        place(claim, credit, 1).statusCode(422);
        answer("ada", claim, 2, true).statusCode(403);
        answer("dina", claim, 2, true).statusCode(201).body("state", equalTo("settled"));
        stands(Map.of("claim", 0, "repaid", 40_000));
        assertThat(worklist(address)).containsExactly("credit-to-place adviser 1");
        post(
                        world.as("dina", "decision-maker"),
                        address + "/closing",
                        Map.of("reason", "500 kroner er betalt tilbake."))
                .statusCode(201);
        assertThat(worklist(address)).isEmpty();
        post(world.as("dina", "decision-maker"), address + "/closing", Map.of("reason", "Igjen"))
                .statusCode(409);
        bank(List.of(Booked.paid(kid(claim), "1.00", "M5-" + award))).then().statusCode(201);
        assertThat(aside("M5-" + award)).containsEntry("aside", "nothing-owed").containsEntry("surplus", 1);
    }

    @Test
    void whatIsEnteredByHandCountsWhenAnotherPersonAgreesAndAWriteOffEndsIt() {
        reported(1, "approved", 100_000);
        var claim = decided(40_000);
        enter(claim, "repaid", 0).statusCode(422).body("errors.code", contains("validation.too-small"));
        enter(claim, "repaid", 40_001)
                .statusCode(422)
                .body("errors.code", contains("claim.more-than-owed"))
                .body("errors[0].detail", containsString("1"));
        enter(claim, "repaid", 10_000).statusCode(201).body("outstanding", equalTo(40_000));
        enter(claim, "written-off", 30_001).statusCode(422);
        stands(Map.of("claim", 40_000));
        assertThat(worklist(claim)).containsExactly("claim-step-to-answer decision-maker 1");
        answer("ada", claim, 2, true).statusCode(403);
        answer("dina", claim, 7, true).statusCode(404);
        answer("dina", claim, 2, true).statusCode(201).body("outstanding", equalTo(30_000));
        answer("dina", claim, 2, true).statusCode(409).body("type", endsWith("claim.step-not-waiting"));
        enter(claim, "written-off", 30_000).statusCode(201);
        answer("dina", claim, 3, false).statusCode(201).body("outstanding", equalTo(30_000));
        enter(claim, "written-off", 30_000).statusCode(201);
        answer("dina", claim, 4, true)
                .statusCode(201)
                .body("state", equalTo("settled"))
                .body("writtenOff", equalTo(30_000));
        stands(Map.of("claim", 0, "repaid", 10_000, "written-off", 30_000));
        enter(claim, "repaid", 1).statusCode(409).body("type", endsWith("claim.nothing-owed"));
    }

    @Test
    void aDraftFollowsCorrectedReportsAndFallsAwayWhenNothingIsLeft() {
        reported(1, "approved", 100_000);
        var claim = claim();
        reported(2, "corrected", 120_000);
        Poll.until("more is found", () -> seen(claim).getLong("found") == 60_000);
        reported(3, "corrected", 60_000);
        Poll.until("it is dropped", () -> seen(claim).getString("state").equals("dropped"));
        propose(claim, 1).statusCode(409).body("type", endsWith("claim.not-to-be-proposed"));
        stands(Map.of("unspent", 0, "carried-over", 60_000, "claim", 0));
        reported(4, "corrected", 61_000);
        Poll.until("another is drafted", () -> claims().getList("items").size() == 2);
        assertThat(claims().getList("items.found")).containsExactly(0, 1_000);
    }

    @Test
    void aCorrectedReportThatLeavesLessThanIsClaimedIsAnsweredByLoweringTheClaim() {
        reported(1, "approved", 100_000);
        var claim = decided(40_000);
        reported(2, "corrected", 85_000);
        Poll.until(
                "it does not fit",
                () -> check().getList("reportsOutOfStep.reason").equals(List.of("below-claimed")));
        enter(claim, "lowered", 15_000).statusCode(201);
        answer("dina", claim, 2, true).statusCode(201).body("claimed", equalTo(25_000));
        stands(Map.of(
                "unspent", 0, "spent", 515_000, "carried-over", 60_000, "claim", 25_000, "claimed-unspent", 25_000));
        assertThat(told(bygd)).contains("claim-lowered");
    }

    @Test
    void whatWasMisspentIsRaisedByAPersonAndTheFiguresOfTheReportStay() {
        reported(1, "approved", 0);
        awaitSpent(600_000);
        raise("unspent", 1).statusCode(422).body("errors.code", contains("claim.comes-by-itself"));
        raise("misspent", 600_001).statusCode(422).body("errors.code", contains("claim.more-than-there-is"));
        raise("reduction", 1).statusCode(422);
        raise("misspent", 50_000).statusCode(201).body("state", equalTo("draft"));
        raise("misspent", 1).statusCode(409).body("type", endsWith("claim.open-already"));
        var claim = decided(50_000);
        stands(Map.of("spent", 550_000, "claimed-spent", 50_000, "claim", 50_000));
        awaitSpent(600_000);
        reported(2, "corrected", 10_000);
        Poll.until("it is posted", () -> figures().get("spent") == 590_000L);
        stands(Map.of("spent", 540_000, "claim", 50_000));
        reported(3, "corrected", 560_000);
        Poll.until(
                "it does not fit",
                () -> check().getList("reportsOutOfStep.reason").equals(List.of("below-claimed")));
        enter(claim, "lowered", 10_000).statusCode(201);
        answer("dina", claim, 2, true).statusCode(201);
        stands(Map.of("spent", 0, "claimed-spent", 40_000, "claim", 40_000));
    }

    @Test
    void theSuccessorHasTheClaimItsNoticeAndItsDeadlines() {
        reported(1, "approved", 100_000);
        var claim = claim();
        propose(claim, 40_000).statusCode(201);
        notifyOf(claim).statusCode(201);
        var notice = notice(claim);
        var successor = world.municipality(true);
        world.as(successor).get(claim).then().statusCode(404);
        comment(successor, notice).statusCode(404);
        world.merge(bygd, successor, LocalDate.of(2025, 6, 10));
        itIs("2025-06-11T08:00:00Z");
        follow.look();
        world.as(bygd).get(claim).then().statusCode(404);
        world.as(successor).get(notice).then().statusCode(200).body("answerBy", equalTo("2025-06-23"));
        world.as(successor)
                .get(claim)
                .then()
                .statusCode(200)
                .body("municipality.number", equalTo(successor.number().value()));
        waive(successor, notice).statusCode(201).body("state", equalTo("waived"));
        waive(successor, notice).statusCode(409).body("type", endsWith("prior-notice.waived-before"));
        decide("dina", claim, 40_000, "").statusCode(201);
        assertThat(told(successor)).contains("claim-made");
        bank(List.of(Booked.paid(kid(claim), "40000.00", "S1-" + award))).then().statusCode(201);
        stands(Map.of("claim", 0, "repaid", 40_000));
    }

    @Test
    void ofHundredReadingsOfOneRepaymentOneHasEffect() throws Exception {
        reported(1, "approved", 100_000);
        var claim = decided(40_000);
        var kid = kid(claim);
        var answers = atOnce(IntStream.range(0, 100)
                .<Callable<Integer>>mapToObj(_ -> () -> bank(List.of(Booked.paid(kid, "25000.00", "R1-" + award)))
                        .statusCode())
                .toList());
        assertThat(answers).containsOnly(201);
        assertThat(seen(claim).getLong("outstanding")).isEqualTo(15_000);
        stands(Map.of("claim", 15_000, "repaid", 25_000));
    }

    @Test
    void ofTwelveAtOnceOneDecidesAndOneAgrees() throws Exception {
        reported(1, "approved", 100_000);
        var claim = claim();
        propose(claim, 40_000).statusCode(201);
        notifyOf(claim).statusCode(201);
        waive(bygd, notice(claim)).statusCode(201);
        assertThat(atOnce(Collections.nCopies(
                        12, () -> decide("dina", claim, 40_000, "").extract().statusCode())))
                .containsOnlyOnce(201);
        enter(claim, "written-off", 40_000).statusCode(201);
        assertThat(atOnce(Collections.nCopies(
                        12, () -> answer("dina", claim, 2, true).extract().statusCode())))
                .containsOnlyOnce(201);
        stands(Map.of("claim", 0, "written-off", 40_000));
    }

    private ValidatableResponse raise(String cause, long amount) {
        return post(
                world.as("ada", "adviser"),
                "/v1/claims",
                Map.of("awardId", award.toString(), "cause", cause, "amount", amount, "grounds", "Kjøpt bil"));
    }

    private ValidatableResponse place(String claim, String credit, long amount) {
        return post(
                world.as("ada", "adviser"),
                claim + "/steps",
                Map.of("kind", "repaid", "amount", amount, "reason", "Feil beløp", "creditId", credit));
    }

    /** What of the bank's lines that are put aside has that reference of the bank's. */
    private Map<String, Object> aside(String bankReference) {
        return world.as("kari", "controller")
                .get("/v1/bank-credits?aside=true&limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.bankReference == '" + bankReference + "' }");
    }

    /** What the municipality's letters of the kind say, each as one text. */
    private List<String> letters(String kind) {
        return world
                .as(bygd)
                .get("/v1/letters?kind=" + kind)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.id")
                .stream()
                .map(id -> world.as(bygd)
                        .header("Accept-Language", "nb")
                        .get("/v1/letters/" + id + "/text")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .replace('\u00a0', ' '))
                .toList();
    }
}
