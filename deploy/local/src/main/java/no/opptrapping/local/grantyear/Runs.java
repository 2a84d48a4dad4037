package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.local.Language;
import no.opptrapping.local.Texts;

/** An allocation run from simulation to adoption, by two persons. */
final class Runs {
    /** The adviser's own name with a decision-maker's role: may decide, but not on what she made herself. */
    private static final Who ADVISER_WHO_ALSO_DECIDES = Who.Person.with("ingrid.adviser", "adviser", "decision-maker");

    /** Who simulates at the Directorate, as whom she tries to adopt it, and who does adopt it. */
    static final Two DIRECTORATE = new Two(Who.ADVISER, ADVISER_WHO_ALSO_DECIDES, Who.DECISION_MAKER);

    /**
     * The two persons that a run takes.
     *
     * @param makerWhoTries the maker with all roles that deciding takes, to be refused for having made it
     */
    record Two(Who maker, Who makerWhoTries, Who decider) {}

    private final Stage stage;

    Runs(Stage stage) {
        this.stage = stage;
    }

    /**
     * The run as simulated; adopted when this returns.
     *
     * @param code which one it is; its name is what somebody in the Directorate would write
     */
    JsonNode simulatedAndAdopted(
            String code, String schemeId, int year, int unit, Map<String, Object> budget, Map<String, Object> model) {
        var pot = Map.of("name", nameOf(code), "budget", budget, "model", model);
        return simulatedAndAdopted(code, schemeId, year, unit, pot);
    }

    /** The same of a pot that says itself whom it is for. */
    @CanIgnoreReturnValue
    JsonNode simulatedAndAdopted(String code, String schemeId, int year, int unit, Map<String, Object> pot) {
        var run = byTwo(code, DIRECTORATE, body(code, schemeId, year, unit, pot));
        toldOf(code, run);
        return run;
    }

    /** What a run of one pot of the grant year asks for. */
    Map<String, Object> body(
            String code, String schemeId, int unit, Map<String, Object> budget, Map<String, Object> model) {
        return body(code, schemeId, stage.year(), unit, Map.of("name", nameOf(code), "budget", budget, "model", model));
    }

    private static Map<String, Object> body(String code, String schemeId, int year, int unit, Map<String, Object> pot) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", nameOf(code) + " " + year);
        body.put("schemeId", schemeId);
        body.put("year", year);
        body.put("structureDate", year + "-01-01");
        body.put("unit", unit);
        body.put("pots", List.of(pot));
        return body;
    }

    /** The run as simulated, which nobody has adopted. */
    JsonNode simulated(String act, Two by, Map<String, Object> body) {
        return stage.grants()
                .post(by.maker(), "/v1/allocation-runs", stage.key("run-" + act), body)
                .expect(201);
    }

    /** The run as simulated; adopted when this returns. */
    JsonNode byTwo(String act, Two by, Map<String, Object> body) {
        var run = simulated(act, by, body);
        adopt(act, by, run.path("id").asText());
        return run;
    }

    /** Tells what the run came to. */
    void toldOf(String code, JsonNode run) {
        stage.tell(
                "step.run",
                stage.texts().text("run." + code),
                stage.texts().kroner(run.path("sum").asLong()),
                run.path("recipients").asInt());
    }

    private static String nameOf(String code) {
        return Texts.in(Language.NB).text("run." + code);
    }

    private void adopt(String act, Two by, String runId) {
        var path = "/v1/allocation-runs/" + runId;
        var status = stage.grants().get(by.maker(), path).expect(200).path("status");
        if (status.asText().equals("adopted")) {
            return;
        }
        var confirm = Map.of("confirmSuperseded", false);
        var key = stage.key("adoption-by-maker-" + act);
        stage.grants()
                .post(by.makerWhoTries(), path + "/adoption", key, confirm)
                .expect(403);
        stage.grants()
                .post(by.decider(), path + "/adoption", stage.key("adoption-" + act), confirm)
                .expect(201);
    }

    /** Every recipient's row of the run's result. */
    List<JsonNode> rows(String runId) {
        return stage.grants().all(Who.ADVISER, "/v1/allocation-runs/" + runId + "/result");
    }
}
