package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/**
 * March to September: municipalities accept their awards, but one declines and one does not answer; those who decided
 * order, approve and pay in two instalments, of which the bank rejects one payment.
 */
final class Disbursement {
    /** Of the documentation range, with a right check digit (modulus 11), as the first one is. */
    private static final String OTHER_ACCOUNT = "12345678911";

    private final Stage stage;
    private final Prepared prepared;
    private final Payouts payouts;

    Disbursement(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
        this.payouts = new Payouts(stage, prepared.schemeId());
    }

    void run() {
        stage.morningOf(stage.on(3, 24));
        readRejections();
        var awards = awards();
        var answering =
                awards.stream().filter(award -> place(award).canSignIn()).toList();
        // By criteria, so that nobody has applied for them and neither is shared.
        var unwanted = answering.stream()
                .filter(award -> !award.has("applicationId"))
                .skip(1)
                .limit(2)
                .toList();
        var accepted = answering.stream()
                .filter(award -> !unwanted.contains(award))
                .filter(award -> !award.has("ended"))
                .toList();
        stage.eachOf(accepted, award -> payouts.accept(place(award), award));
        payouts.decline(place(unwanted.getFirst()), unwanted.getFirst());
        stage.tell("step.accepted", accepted.size());
        lapse(unwanted.getLast());
        stage.tell(
                "step.unwanted",
                place(unwanted.getFirst()).name(),
                place(unwanted.getLast()).name());
        pay("first", stage.on(5, 15), true);
        pay("second", stage.on(9, 15), false);
        payWhatWasHeld();
    }

    /** The report of last year comes, and what it held is paid with the next batch. */
    private void payWhatWasHeld() {
        var late = new LastYear(stage, prepared.places(), prepared.schemeId()).reportLate();
        var day = stage.on(9, 30);
        var batches = payouts.batches("held", stage.year(), day);
        stage.morningOf(day);
        payouts.confirm(batches, "held", day);
        stage.tell("step.held", late.name(), stage.texts().kroner(Payouts.sum(batches)));
    }

    /** Whoever is rejected reads why. */
    private void readRejections() {
        var path = "/v1/applications?status=rejected&callId=" + prepared.callId();
        stage.eachOf(stage.grants().all(Who.ADVISER, path), application -> {
            var host =
                    prepared.places().at(application.path("host").path("number").asText());
            var letter = "/v1/applications/" + application.path("id").asText() + "/letter";
            return stage.grants().get(host.caller(), letter).expect(200);
        });
    }

    private List<JsonNode> awards() {
        return stage.grants().all(Who.ADVISER, "/v1/awards?year=" + stage.year() + "&schemeId=" + prepared.schemeId());
    }

    private Place place(JsonNode award) {
        return prepared.places().at(award.path("recipient").path("number").asText());
    }

    /** Nobody answers, and the period runs out. */
    private void lapse(JsonNode award) {
        stage.morningOf(LocalDate.parse(award.path("acceptBy").asText()).plusDays(1));
        var path = "/v1/awards/" + award.path("id").asText();
        Patience.until(
                "the award of " + place(award).name() + " has lapsed",
                () -> stage.grants()
                        .get(Who.ADVISER, path)
                        .expect(200)
                        .path("status")
                        .asText()
                        .equals("lapsed"));
    }

    /** Ordered ten days before the day, approved by another person, and confirmed as paid on the day. */
    private void pay(String instalment, LocalDate day, boolean oneIsRejected) {
        stage.morningOf(day.minusDays(10));
        var batches = payouts.batches(instalment, stage.year(), day);
        stage.morningOf(day);
        var payments = stage.grants()
                .all(
                        Who.CONTROLLER,
                        "/v1/payments?batchId=" + batches.getLast().path("id").asText());
        // The smallest, whose new account takes no second person at the Directorate.
        var smallest = payments.stream()
                .min(Comparator.<JsonNode>comparingLong(
                                one -> one.path("amount").asLong())
                        .thenComparing(one -> one.path("id").asText()))
                .orElseThrow();
        if (oneIsRejected) {
            reject(smallest, day);
        }
        payouts.confirm(batches, instalment, day);
        if (oneIsRejected) {
            payAgain(smallest, day.plusDays(7));
        }
        stage.tell(
                "step.paid",
                batches.stream()
                        .mapToInt(batch -> batch.path("payments").asInt())
                        .sum(),
                stage.texts().kroner(Payouts.sum(batches)));
    }

    private void reject(JsonNode payment, LocalDate day) {
        stage.grants()
                .post(
                        Who.ADMINISTRATOR,
                        "/v1/payments/" + payment.path("id").asText() + "/rejection",
                        stage.key("payment-rejection"),
                        Map.of("code", "AC01", "text", "Kontoen finnes ikke.", "rejectedOn", day.toString()))
                .expect(201);
    }

    /** The municipality states its right account, and the payment is ordered again. */
    private void payAgain(JsonNode payment, LocalDate day) {
        var award = payment.path("awardId").asText();
        var holder = stage.grants().get(Who.ADVISER, "/v1/awards/" + award).expect(200);
        var statedBy = ApplicationSeason.director(place(holder)).get("name");
        stage.grants()
                .post(
                        place(holder).caller(),
                        "/v1/awards/" + award + "/accounts",
                        stage.key("account-" + award),
                        Map.of("accountNumber", OTHER_ACCOUNT, "statedBy", statedBy))
                .expect(201);
        var order = Map.of("awardId", award, "amount", payment.path("amount").asLong(), "dueOn", day.toString());
        var again = stage.grants()
                .post(Who.ADVISER, "/v1/payments", stage.key("payment-again"), order)
                .expect(201);
        var path = "/v1/payments/" + again.path("id").asText();
        stage.grants()
                .post(Who.CONTROLLER, path + "/approval", stage.key("payment-again-approval"), Map.of())
                .expect(200, 201);
        stage.morningOf(day);
        stage.grants()
                .post(
                        Who.ADMINISTRATOR,
                        path + "/confirmation",
                        stage.key("payment-again-confirmation"),
                        payouts.paidOn(day, "again"))
                .expect(200, 201);
    }
}
