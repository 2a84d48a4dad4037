package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.opptrapping.grant.awards.AwardChange;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.ChangeAwardAmounts;
import no.opptrapping.grant.awards.ChangeAwardAmounts.NewAmount;
import no.opptrapping.grant.awards.ChangeAwardAmounts.Outcome;
import no.opptrapping.grant.awards.LapseAwards;
import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.grant.letters.DeliverLetters;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.Test;

/** An award whose amount is increased and reduced: money, payments, letter and notice follow, and nothing is overwritten. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ChangedAwardsIT extends MillionToGive {
    private static final LocalisedText WHY =
            new LocalisedText("Feil folketall.", "Feil folketal.", "A wrong population figure.");

    @Inject
    ChangeAwardAmounts changes;

    @Inject
    Clock now;

    @Inject
    DeliverLetters deliverLetters;

    @Inject
    LapseAwards lapseAwards;

    @Inject
    HeardMunicipalities heard;

    @Test
    void whatIsUnpaidFollowsTheNewAmountAndWhatIsPaidIsSettledOrClaimed() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        assertThat(change(award, 500_000, PaidPart.SETTLE)).isInstanceOf(Outcome.Possible.class);
        read(utsira, award)
                .then()
                .body("status", equalTo("awarded"))
                .body("amount", equalTo(500_000))
                .body("participants.amount", contains(500_000))
                .body("changes.before", contains(400_000))
                .body("changes[0].cause", equalTo("correction"))
                .body("changes[0].reason.nn", equalTo(WHY.nn()));
        accept(utsira, award, ACCOUNT).then().statusCode(201);

        var ordered =
                order("ada", award, 500_000).then().statusCode(201).extract().<String>path("id");
        change(award, 300_000, PaidPart.SETTLE);
        world.as("kari", "controller")
                .get("/v1/payments/" + ordered)
                .then()
                .body("status", equalTo("cancelled"))
                .body("cancelled.reason", equalTo("award-changed"));
        order("ada", award, 300_001).then().statusCode(422).body("errors.code", hasItem("payment.exceeds-award"));
        paid(award, 200_000);

        change(award, 250_000, PaidPart.SETTLE);
        assertThat(claimed()).isZero();
        change(award, 150_000, PaidPart.SETTLE);
        assertThat(claimed()).isEqualTo(50_000);
        read(utsira, award).then().body("changes.claimed", contains(0, 0, 0, 50_000));
        order("ada", award, 1).then().statusCode(422);

        change(award, 180_000, PaidPart.SETTLE);
        change(award, 90_000, PaidPart.CLAIM);
        assertThat(claimed()).isEqualTo(50_000 + 75_000);
        paid(award, 15_000);
        assertThat(entries(award))
                .containsExactly(
                        "awarded",
                        "increased",
                        "reduced",
                        "paid",
                        "reduced",
                        "reduced",
                        "increased",
                        "reduced",
                        "paid");
        assertThat(figures()).containsEntry("awarded", 90_000L).containsEntry("undistributed", 910_000L - 125_000L);
        balances();
    }

    @Test
    void theLetterAndTheNoticeSayWhatWasChangedAndTheOldLetterStays() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        change(award, 350_000, PaidPart.SETTLE);
        world.as(utsira)
                .get("/v1/awards/" + award + "/letter")
                .then()
                .statusCode(200)
                .body("amount", equalTo(350_000))
                .body("sections.code", hasItem("change"))
                .body("sections.find { it.code == 'change' }.paragraphs", hasItem(containsString(WHY.nb())));
        world.as(utsira)
                .get("/v1/notices")
                .then()
                .body("items.kind", hasItem("award-changed"))
                .body("items.text", hasItem(containsString(WHY.nb())));
        change(award, 0, PaidPart.SETTLE);
        read(utsira, award)
                .then()
                .body("status", equalTo("annulled"))
                .body("ended.cause", equalTo("reduced"))
                .body("changes", hasSize(2))
                .body("changes[1].after", equalTo(0));
        world.as(utsira)
                .get("/v1/awards/" + award + "/letter")
                .then()
                .body("amount", equalTo(0))
                .body("sections.code", contains("background", "change", "appeal"));
        accept(utsira, award, ACCOUNT).then().statusCode(409).body("type", endsWith("not-waiting-for-acceptance"));
        assertThat(figures()).containsEntry("undistributed", 1_000_000L).containsEntry("awarded", 0L);
        assertThat(change(award, 10, PaidPart.SETTLE))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.broken())
                                .extracting(one -> one.code())
                                .containsExactly("award.change-not-valid"));
        balances();
    }

    @Test
    void moneyOnItsWayIsNotTakenAndNothingIsTakenTwice() throws Exception {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        accept(utsira, award, ACCOUNT).then().statusCode(201);
        var payment = order("ada", award, 300_000).then().extract().<String>path("id");
        world.as("kari", "controller")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(201);
        world.as("bank", "administrator")
                .body(Map.of("schemeId", scheme.toString()))
                .post("/v1/bank-files")
                .then()
                .statusCode(201);
        assertThat(change(award, 300_000, PaidPart.SETTLE)).isInstanceOf(Outcome.Possible.class);
        assertThat(change(award, 299_999, PaidPart.SETTLE))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.broken())
                                .extracting(one -> one.code())
                                .containsExactly("award.change-with-the-bank"));
        confirm("/v1/payments/" + payment).then().statusCode(201);

        // Twelve who each take a quarter, and who order what is left: never more than there is.
        change(award, 400_000, PaidPart.SETTLE);
        var acts = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 6; i++) {
            acts.add(() -> change(award, 350_000, PaidPart.SETTLE) instanceof Outcome.Possible ? 0 : 1);
            acts.add(() -> order("ada", award, 60_000).statusCode());
        }
        assertThat(atOnce(acts)).isSubsetOf(0, 201, 422);
        read(utsira, award).then().body("amount", equalTo(350_000)).body("changes", hasSize(3));
        balances();
    }

    @Test
    void whatIsApprovedMayHaveBeenPaidByHandAndIsNotTaken() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        accept(utsira, award, ACCOUNT).then().statusCode(201);
        var payment = order("ada", award, 300_000).then().extract().<String>path("id");
        world.as("kari", "controller")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(201);
        var ordered = order("ada", award, 100_000).then().extract().<String>path("id");
        assertThat(change(award, 299_999, PaidPart.SETTLE))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.broken())
                                .extracting(one -> one.code())
                                .containsExactly("award.change-with-the-bank"));
        assertThat(change(award, 350_000, PaidPart.SETTLE)).isInstanceOf(Outcome.Possible.class);
        world.as("kari", "controller").get("/v1/payments/" + ordered).then().body("status", equalTo("cancelled"));
        confirm("/v1/payments/" + payment).then().statusCode(201);
        balances();
    }

    @Test
    void moneyThatComesBackSettlesWhatWasClaimedOfIt() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 100_000L)).getFirst();
        accept(utsira, award, ACCOUNT).then().statusCode(201);
        var payment = paid(award, 100_000);
        change(award, 60_000, PaidPart.SETTLE);
        assertThat(claimed()).isEqualTo(40_000);
        returned(payment).then().statusCode(201).body("status", equalTo("returned"));
        assertThat(claimed()).isZero();
        assertThat(figures()).containsEntry("awarded", 60_000L).containsEntry("undistributed", 940_000L);
        balances();
        order("ada", award, 60_001).then().statusCode(422).body("errors.code", hasItem("payment.exceeds-award"));
        paid(award, 60_000);
        order("ada", award, 1).then().statusCode(422);
        balances();
    }

    @Test
    void ofAnAwardThatNothingIsLeftOfAllThatComesBackIsAvailable() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 100_000L)).getFirst();
        accept(utsira, award, ACCOUNT).then().statusCode(201);
        var payment = paid(award, 100_000);
        change(award, 0, PaidPart.SETTLE);
        returned(payment).then().statusCode(201);
        assertThat(claimed()).isZero();
        assertThat(figures()).containsEntry("awarded", 0L).containsEntry("undistributed", 1_000_000L);
        world.as("ada", "adviser")
                .get("/v1/worklist?limit=500")
                .then()
                .body("items.link", not(hasItem("/v1/payments/" + payment)));
        balances();
    }

    private Response returned(String payment) {
        return world.as("bank", "administrator")
                .body(Map.of("code", "AC04", "returnedOn", today()))
                .post("/v1/payments/" + payment + "/return");
    }

    @Test
    void thePeriodToAcceptBeginsAnewWithAChange() {
        var utsira = world.municipality(true);
        var award = awards(Map.of(utsira, 400_000L)).getFirst();
        read(utsira, award).then().body("acceptBy", equalTo("2025-06-29"));
        clock.resetTo(Instant.parse("2025-06-20T08:00:00Z"));
        change(award, 350_000, PaidPart.SETTLE);
        read(utsira, award).then().body("acceptBy", equalTo("2025-07-18")).body("version", equalTo(2));
        accept(utsira, award, ACCOUNT).then().statusCode(201);
        clock.resetTo(Instant.parse("2025-07-25T08:00:00Z"));
        change(award, 300_000, PaidPart.SETTLE);
        read(utsira, award).then().body("acceptBy", equalTo("2025-07-18"));
        balances();
    }

    @Test
    void anAwardThatNobodyHasBeenAbleToReadDoesNotLapseBecauseItWasChanged() {
        var late = world.municipality(false);
        var award = awards(Map.of(late, 400_000L)).getFirst();
        change(award, 350_000, PaidPart.SETTLE);
        signsIn(late);
        clock.resetTo(Instant.parse("2025-09-01T08:00:00Z"));
        lapseAwards.look();
        world.as("kari", "controller").get("/v1/awards/" + award).then().body("status", equalTo("awarded"));
        deliverLetters.look();
        world.as("kari", "controller")
                .get("/v1/awards/" + award)
                .then()
                .body("acceptBy", equalTo("2025-09-29"))
                .body("status", equalTo("awarded"));
        clock.resetTo(Instant.parse("2025-09-30T08:00:00Z"));
        lapseAwards.look();
        world.as("kari", "controller").get("/v1/awards/" + award).then().body("status", equalTo("lapsed"));
        balances();
    }

    private Outcome change(AwardId award, long amount, PaidPart paidPart) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var outcome = changes.plan(
                    scheme,
                    MoneyWorld.YEAR,
                    List.of(new NewAmount(award, Kroner.of(amount))),
                    new ChangeAwardAmounts.Act(
                            AwardChange.Cause.CORRECTION, WHY, Optional.empty(), paidPart, "dina", now.instant()));
            if (outcome instanceof Outcome.Possible(var plan)) {
                changes.carryOut(plan);
            }
            return outcome;
        });
    }

    @CanIgnoreReturnValue
    private String paid(AwardId award, long amount) {
        var payment =
                order("ada", award, amount).then().statusCode(201).extract().<String>path("id");
        world.as("kari", "controller")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(201);
        confirm("/v1/payments/" + payment).then().statusCode(201);
        return payment;
    }

    private long claimed() {
        return world.as("kari", "controller")
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2025")
                .then()
                .extract()
                .jsonPath()
                .getLong("accounts.find { it.account == 'claim' }.balance");
    }

    private Response read(MoneyWorld.Municipality municipality, AwardId award) {
        return world.as(municipality).get("/v1/awards/" + award);
    }

    private void signsIn(Municipality late) {
        var number = new OrganisationNumber("974760673");
        QuarkusTransaction.requiringNew()
                .run(() -> heard.keep(new HeardMunicipality(
                        late.id(),
                        null,
                        List.of(new HeardMunicipality.Version(late.number(), "Sent", LocalDate.of(2000, 1, 1), null)),
                        List.of(),
                        List.of(new HeardMunicipality.HeldNumber(number, LocalDate.of(2000, 1, 1), null)))));
    }
}
