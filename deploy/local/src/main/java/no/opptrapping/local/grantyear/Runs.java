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
        var body = new LinkedHashMap<String, Object>();
        body.put("name", nameOf(code) + " " + year);
        body.put("schemeId", schemeId);
        body.put("year", year);
        body.put("structureDate", year + "-01-01");
        body.put("unit", unit);
        body.put("pots", List.of(pot));
        var run = stage.grants()
                .post(Who.ADVISER, "/v1/allocation-runs", stage.key("run-" + code), body)
                .expect(201);
        adopt(code, run.path("id").asText());
        stage.tell(
                "step.run",
                stage.texts().text("run." + code),
                stage.texts().kroner(run.path("sum").asLong()),
                run.path("recipients").asInt());
        return run;
    }

    private static String nameOf(String code) {
        return Texts.in(Language.NB).text("run." + code);
    }

    private void adopt(String code, String runId) {
        var path = "/v1/allocation-runs/" + runId;
        var status = stage.grants().get(Who.ADVISER, path).expect(200).path("status");
        if (status.asText().equals("adopted")) {
            return;
        }
        var confirm = Map.of("confirmSuperseded", false);
        var key = stage.key("adoption-by-maker-" + code);
        stage.grants()
                .post(ADVISER_WHO_ALSO_DECIDES, path + "/adoption", key, confirm)
                .expect(403);
        stage.grants()
                .post(Who.DECISION_MAKER, path + "/adoption", stage.key("adoption-" + code), confirm)
                .expect(201);
    }

    /** Every recipient's row of the run's result. */
    List<JsonNode> rows(String runId) {
        return stage.grants().all(Who.ADVISER, "/v1/allocation-runs/" + runId + "/result");
    }
}
