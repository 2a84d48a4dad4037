package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.Map;
import no.opptrapping.local.ScenarioFailure;

/** Accepting an award, and paying what is accepted: ordered by one, approved by another, confirmed on the day. */
final class Payouts {
    /** An account number of the documentation range, with a right check digit (modulus 11). */
    private static final String ACCOUNT = "12345678903";

    private final Stage stage;
    private final String schemeId;

    Payouts(Stage stage, String schemeId) {
        this.stage = stage;
        this.schemeId = schemeId;
    }

    /** Within the period that the letter names. */
    @CanIgnoreReturnValue
    JsonNode accept(Place place, JsonNode award) {
        var id = award.path("id").asText();
        var body = Map.of(
                "accountNumber", ACCOUNT, "acceptedBy", "Kommunedirektøren i " + place.name(), "termsAccepted", true);
        var accepted = stage.grants()
                .post(place.caller(), "/v1/awards/" + id + "/acceptance", stage.key("acceptance-" + id), body)
                .expect(200, 201);
        if (accepted.path("acceptance").path("late").asBoolean(true)) {
            throw new ScenarioFailure("The award of " + place.name() + " was accepted after "
                    + accepted.path("acceptBy").asText());
        }
        return accepted;
    }

    /** Everything of the year that can be paid on the day, ordered and approved; also what was left, and why. */
    JsonNode batch(String what, int year, LocalDate day) {
        var order = Map.of("schemeId", schemeId, "year", year, "dueOn", day.toString());
        var batch = stage.grants()
                .post(Who.ADVISER, "/v1/payment-batches", stage.key("payment-batch-" + what), order)
                .expect(201);
        stage.grants()
                .post(Who.CONTROLLER, address(batch) + "/approval", stage.key("payment-approval-" + what), Map.of())
                .expect(200, 201);
        return batch;
    }

    /** The accounting system says that the batch was paid on the day. */
    void confirm(JsonNode batch, String what, LocalDate day) {
        stage.grants()
                .post(
                        Who.ADMINISTRATOR,
                        address(batch) + "/confirmation",
                        stage.key("payment-confirmation-" + what),
                        paidOn(day, what))
                .expect(200, 201);
    }

    /** When it was paid, and how the accounting system calls it. */
    Map<String, String> paidOn(LocalDate day, String what) {
        return Map.of("paidOn", day.toString(), "reference", "grant-year-" + stage.year() + "-" + what);
    }

    private static String address(JsonNode batch) {
        return "/v1/payment-batches/" + batch.path("id").asText();
    }
}
