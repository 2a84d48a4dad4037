package no.opptrapping.local.grantyear;

import java.time.LocalDate;
import java.util.Map;
import no.opptrapping.local.ScenarioFailure;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/**
 * March of the year after: a municipality begins with what it applied for and reported, and the call is called off
 * because the money comes with the framework grant.
 */
final class Renewal {
    private static final long BUDGET = 5_000_000;

    private final Stage stage;
    private final Prepared prepared;

    Renewal(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
    }

    void run() {
        var year = stage.year() + 1;
        stage.morningOf(LocalDate.of(year, 3, 3));
        var call = new Preparation(stage)
                .call(new Preparation.NewCall(
                        "call-again",
                        prepared.schemeId(),
                        Preparation.CALL_TITLE,
                        LocalDate.of(year, 3, 3),
                        LocalDate.of(year, 4, 15),
                        BUDGET));
        var path = "/v1/applications?status=approved&callId=" + prepared.callId();
        var place = prepared.places()
                .at(stage.grants()
                        .all(Who.ADVISER, path)
                        .getFirst()
                        .path("host")
                        .path("number")
                        .asText());
        var renewed = stage.grants()
                .post(place.caller(), "/v1/calls/" + call + "/renewals", stage.key("renewal"), Map.of())
                .expect(200, 201, 409);
        if (renewed.has("origins") && renewed.path("origins").isEmpty()) {
            throw new ScenarioFailure("What " + place.name() + " renewed has no origin: " + renewed);
        }
        stage.grants()
                .post(
                        Who.DECISION_MAKER,
                        "/v1/calls/" + call + "/cancellation",
                        stage.key("call-again-cancellation"),
                        Map.of("reason", "Tilskuddet er innlemmet i rammetilskuddet."))
                .expect(201);
        stage.tell("step.renewed", place.name());
    }
}
