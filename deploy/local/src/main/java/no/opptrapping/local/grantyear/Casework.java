package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.opptrapping.local.ScenarioFailure;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/**
 * February, before the applications are assessed: one is returned for completion, county governors have their say where
 * they do not decide themselves, and an adviser who is disqualified is refused.
 */
final class Casework {
    private static final int RETURNED = 5;
    private static final int STATED = 8;
    private static final List<String> FORM = List.of(
            "callId",
            "contact",
            "measures",
            "positions",
            "budgetLines",
            "asked",
            "ownShare",
            "participants",
            "commitment",
            "smallestUseful",
            "filledInBy",
            "answers");

    private final Stage stage;
    private final Prepared prepared;

    Casework(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
    }

    void run() {
        var path = "/v1/applications?callId=" + prepared.callId();
        var applications = stage.grants().all(Who.ADVISER, path).stream()
                .filter(application -> !application.path("status").asText().equals("withdrawn"))
                .sorted(Comparator.comparing(Casework::host))
                .toList();
        stage.morningOf(stage.on(2, 22));
        var completed = returnedAndCompleted(applications.get(RETURNED));
        refuseTheDisqualified(applications.getFirst());
        switch (stage.model()) {
            case EARMARKED -> {
                var stated = applications.subList(STATED, STATED + 2);
                stated.forEach(this::state);
                stage.tell("step.casework", completed, stated.size());
            }
            case FRAMES -> stage.tell("step.casework-of-offices", completed);
        }
    }

    private static String host(JsonNode application) {
        return application.path("host").path("number").asText();
    }

    private String returnedAndCompleted(JsonNode application) {
        var id = application.path("id").asText();
        var place = prepared.places().at(host(application));
        var path = "/v1/applications/" + id;
        var remark = Map.of("pointer", "/measures/0/description", "text", "Beskriv hvem tiltaket er for.");
        stage.grants()
                .post(
                        Who.ADVISER,
                        path + "/returns",
                        stage.key("return-" + host(application)),
                        Map.of(
                                "remarks",
                                List.of(remark),
                                "lastDay",
                                stage.on(2, 28).toString()))
                .expect(201);
        var returned = stage.grants().get(place.caller(), path);
        if (!returned.expect(200).path("status").asText().equals("returned")) {
            return place.name();
        }
        var form = ((ObjectNode) returned.expect(200).deepCopy()).retain(FORM);
        ((ObjectNode) form.path("measures").path(0)).put("description", "Voksne med rusproblemer i kommunen.");
        var etag = returned.etag().orElseThrow(() -> new ScenarioFailure(returned.call() + " has no ETag."));
        stage.grants().put(place.caller(), path, etag, form).expect(200);
        act(place, path + "/signature", "signature-again", ApplicationSeason.director(place));
        act(place, path + "/submission", "submission-again", Map.of());
        return place.name();
    }

    private void act(Place place, String path, String act, Map<String, ?> body) {
        stage.grants()
                .post(place.caller(), path, stage.key(act + "-" + place.number()), body)
                .expect(201);
    }

    private void state(JsonNode application) {
        var county = prepared.places().at(host(application)).county();
        var office = new Who.CountyGovernor("governor-" + county, county);
        stage.grants()
                .post(
                        office,
                        "/v1/applications/" + application.path("id").asText() + "/statement",
                        stage.key("statement-" + host(application)),
                        Map.of("advice", "approve", "text", "Tiltakene følger opp kommunens ruspolitiske plan."))
                .expect(201);
    }

    private void refuseTheDisqualified(JsonNode application) {
        stage.grants()
                .post(
                        Who.ADMINISTRATOR,
                        "/v1/disqualifications",
                        stage.key("disqualification"),
                        Map.of(
                                "person",
                                Who.DISQUALIFIED.name(),
                                "schemeId",
                                prepared.schemeId(),
                                "reason",
                                "Gift med en som har skrevet en av søknadene."))
                .expect(201);
        var judgement = Map.of(
                "applicationId",
                application.path("id").asText(),
                "assessedAmount",
                0,
                "rank",
                1,
                "recommendation",
                "reject",
                "reasons",
                "Skulle ikke vært vurdert av denne personen.");
        stage.grants()
                .post(Who.DISQUALIFIED, "/v1/assessments", stage.key("disqualified-assessment"), judgement)
                .expect(403, 409);
    }
}
