package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.local.GrantModel;
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

    /**
     * Everything of the year that can be paid on the day, ordered and approved: what county governors' offices have
     * decided by their own people, each office in a batch, and the rest by the Directorate, last.
     */
    List<JsonNode> batches(String what, int year, LocalDate day) {
        var batches = new ArrayList<JsonNode>();
        if (stage.model() == GrantModel.FRAMES) {
            stage.eachOf(
                            Office.on(day, stage),
                            office -> batch(what + "-" + office.id(), year, day, office.maker(), office.decider()))
                    .forEach(batch -> batch.ifPresent(batches::add));
        }
        batch(what, year, day, Who.ADVISER, Who.CONTROLLER).ifPresent(batches::add);
        if (batches.isEmpty()) {
            throw new ScenarioFailure("There was nothing to pay on " + day + ".");
        }
        return batches;
    }

    /** Nothing when there is nothing to pay. */
    private Optional<JsonNode> batch(String what, int year, LocalDate day, Who maker, Who approver) {
        var order = Map.of("schemeId", schemeId, "year", year, "dueOn", day.toString());
        var answer = stage.grants().post(maker, "/v1/payment-batches", stage.key("payment-batch-" + what), order);
        var batch = answer.expect(201, 422);
        if (answer.status() == 422) {
            return Optional.empty();
        }
        stage.grants()
                .post(approver, address(batch) + "/approval", stage.key("payment-approval-" + what), Map.of())
                .expect(200, 201);
        return Optional.of(batch);
    }

    /** The accounting system says that the batches were paid on the day. */
    void confirm(List<JsonNode> batches, String what, LocalDate day) {
        stage.eachOf(
                batches,
                batch -> stage.grants()
                        .post(
                                Who.ADMINISTRATOR,
                                address(batch) + "/confirmation",
                                stage.key("payment-confirmation-"
                                        + batch.path("id").asText()),
                                paidOn(day, what))
                        .expect(200, 201));
    }

    /** What the batches are of, in kroner. */
    static long sum(List<JsonNode> batches) {
        return batches.stream().mapToLong(batch -> batch.path("sum").asLong()).sum();
    }

    /** Turns the award down. */
    void decline(Place place, JsonNode award) {
        var id = award.path("id").asText();
        var body = Map.of(
                "declinedBy", "Kommunedirektøren i " + place.name(), "reason", "Kommunen får ikke ansatt noen i år.");
        stage.grants()
                .post(place.caller(), "/v1/awards/" + id + "/declination", stage.key("declination-" + id), body)
                .expect(201);
    }

    /** When it was paid, and how the accounting system calls it. */
    Map<String, String> paidOn(LocalDate day, String what) {
        return Map.of("paidOn", day.toString(), "reference", "grant-year-" + stage.year() + "-" + what);
    }

    private static String address(JsonNode batch) {
        return "/v1/payment-batches/" + batch.path("id").asText();
    }
}
