package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import no.opptrapping.local.ScenarioFailure;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** March to May: every municipality accepts its awards; the Directorate orders, approves and pays. */
final class Disbursement {
    /** Account numbers of the documentation range, with a right check digit (modulus 11). */
    private static final String ACCOUNT = "12345678903";

    private final Stage stage;
    private final Prepared prepared;

    Disbursement(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
    }

    void run() {
        stage.morningOf(stage.on(3, 24));
        var acceptable =
                awards().stream().filter(award -> place(award).canSignIn()).toList();
        stage.eachOf(acceptable, award -> accept(place(award), award));
        stage.tell("step.accepted", acceptable.size());
        pay();
    }

    private List<JsonNode> awards() {
        return stage.grants().all(Who.ADVISER, "/v1/awards?year=" + stage.year() + "&schemeId=" + prepared.schemeId());
    }

    private Place place(JsonNode award) {
        return prepared.places().at(award.path("recipient").path("number").asText());
    }

    /** Within the period that the letter names. */
    private JsonNode accept(Place place, JsonNode award) {
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

    private void pay() {
        stage.morningOf(stage.on(5, 5));
        var order = Map.of(
                "schemeId",
                prepared.schemeId(),
                "year",
                stage.year(),
                "dueOn",
                stage.on(5, 15).toString());
        var batch = stage.grants()
                .post(Who.ADVISER, "/v1/payment-batches", stage.key("payment-batch"), order)
                .expect(201);
        var path = "/v1/payment-batches/" + batch.path("id").asText();
        stage.grants()
                .post(Who.CONTROLLER, path + "/approval", stage.key("payment-approval"), Map.of())
                .expect(200, 201);
        stage.morningOf(stage.on(5, 15));
        var confirmation = Map.of("paidOn", stage.on(5, 15).toString(), "reference", "grant-year-" + stage.year());
        stage.grants()
                .post(Who.ADMINISTRATOR, path + "/confirmation", stage.key("payment-confirmation"), confirmation)
                .expect(200, 201);
        stage.tell(
                "step.paid",
                batch.path("payments").asInt(),
                stage.texts().kroner(batch.path("sum").asLong()));
    }
}
