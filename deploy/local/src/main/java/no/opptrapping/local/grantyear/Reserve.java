package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.opptrapping.local.ScenarioFailure;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** One municipality declines what an office awarded it, and the next on that office's reserve list is offered it. */
final class Reserve {
    private final Stage stage;
    private final Prepared prepared;
    private final List<Office> offices;

    Reserve(Stage stage, Prepared prepared, List<Office> offices) {
        this.stage = stage;
        this.prepared = prepared;
        this.offices = offices;
    }

    void offerWhatIsDeclined() {
        var office = offices.stream()
                .max(Comparator.comparingInt(one -> list(one).size()))
                .filter(one -> !list(one).isEmpty())
                .orElseThrow(() -> new ScenarioFailure("The money reached everybody: no reserve list has anybody."));
        var declined = declined(office);
        var next = list(office).getFirst();
        var application = next.path("applicationId").asText();
        var offer = stage.grants()
                .post(
                        office.maker(),
                        "/v1/calls/" + prepared.callId() + "/reserve-offers",
                        stage.key("reserve-offer"),
                        Map.of("applicationId", application))
                .expect(201);
        stage.grants()
                .post(
                        office.decider(),
                        "/v1/reserve-offers/" + offer.path("id").asText() + "/approval",
                        stage.key("reserve-approval"),
                        Map.of())
                .expect(201);
        stage.tell(
                "step.reserve",
                declined.name(),
                prepared.places().at(next.path("number").asText()).name(),
                stage.texts().kroner(offer.path("amount").asLong()));
    }

    private List<JsonNode> list(Office office) {
        return stage.grants().all(office.maker(), "/v1/calls/" + prepared.callId() + "/reserve-list");
    }

    /** The largest award of the office that only one municipality has a share in. */
    private Place declined(Office office) {
        var path = "/v1/awards?year=" + stage.year() + "&schemeId=" + prepared.schemeId();
        var awards = stage.grants().all(office.maker(), path).stream()
                .filter(award ->
                        award.has("applicationId") && award.path("participants").size() <= 1)
                .toList();
        var award = awards.stream()
                .filter(one -> one.has("ended"))
                .findFirst()
                .or(() -> awards.stream()
                        .max(Comparator.comparingLong(one -> one.path("amount").asLong())))
                .orElseThrow(() -> new ScenarioFailure(office.name() + " has awarded nothing."));
        var place = prepared.places().at(award.path("recipient").path("number").asText());
        new Payouts(stage, prepared.schemeId()).decline(place, award);
        return place;
    }
}
