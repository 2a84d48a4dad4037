package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.local.Result.Table;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** The frames of the year: divided among county governors' offices by a run, used, and flowing back what is unused. */
final class Frames {
    private final Stage stage;
    private final String schemeId;

    Frames(Stage stage, String schemeId) {
        this.stage = stage;
        this.schemeId = schemeId;
    }

    /** The call's money, by the number of grown-up inhabitants; proposed by one and adopted by another. */
    void divide(Prepared prepared) {
        var run = new Runs(stage)
                .simulated(
                        "frames",
                        Runs.DIRECTORATE,
                        new Runs(stage)
                                .body(
                                        "frames",
                                        schemeId,
                                        1_000,
                                        Map.of("amount", prepared.callBudget()),
                                        Map.of(
                                                "kind",
                                                "objective",
                                                "weights",
                                                List.of(Map.of("indicator", "population-18-66", "weight", "1")))));
        var proposal = new LinkedHashMap<String, Object>();
        proposal.put("schemeId", schemeId);
        proposal.put("year", stage.year());
        proposal.put("runId", run.path("id").asText());
        proposal.put("reason", "Rammene følger antallet innbyggere mellom 18 og 66 år.");
        proposal.put("unusedBackOn", backOn().toString());
        var change = stage.grants()
                .post(Who.ADVISER, "/v1/frame-changes", stage.key("frames"), proposal)
                .expect(201);
        var path = "/v1/frame-changes/" + change.path("id").asText() + "/adoption";
        stage.grants()
                .post(Who.DECISION_MAKER, path, stage.key("frames-adoption"), Map.of())
                .expect(201);
        stage.tell(
                "step.frames",
                stage.texts().kroner(run.path("sum").asLong()),
                change.path("lines").size());
    }

    private LocalDate backOn() {
        return stage.on(11, 1);
    }

    /** November: what no office has used is the Directorate's again. */
    void awaitUnusedBack() {
        stage.morningOf(backOn());
        Patience.until(
                "what is unused of the frames has flowed back",
                () -> frames().stream().allMatch(frame -> frame.path("unused").asLong() == 0));
        var used = frames().stream()
                .mapToLong(frame -> frame.path("authorised").asLong())
                .sum();
        stage.tell("step.frames-back", stage.texts().kroner(used));
    }

    private List<JsonNode> frames() {
        var path = "/v1/frames?schemeId=" + schemeId + "&year=" + stage.year();
        return stage.grants()
                .get(Who.CONTROLLER, path)
                .expect(200)
                .path("items")
                .valueStream()
                .toList();
    }

    /** Each office at the end of the year: the ledger's figures held against the decisions and the payments. */
    List<JsonNode> reconciled() {
        var path = "/v1/frame-reconciliations?schemeId=" + schemeId + "&year=" + stage.year() + "&month=" + stage.year()
                + "-12";
        return stage.grants()
                .get(Who.CONTROLLER, path)
                .expect(200)
                .path("items")
                .valueStream()
                .toList();
    }

    /** The same as a table for the terminal. */
    Table table(List<JsonNode> reconciled) {
        var rows = new ArrayList<List<String>>();
        reconciled.forEach(office -> rows.add(List.of(
                office.path("name").asText(),
                stage.texts().number(office.path("authorised").asLong()),
                stage.texts().number(office.path("awarded").asLong()),
                stage.texts().number(office.path("paid").asLong()),
                stage.texts().number(office.path("unused").asLong()))));
        return new Table(
                stage.texts().text("frames"),
                List.of(
                        "",
                        stage.texts().text("frames.authorised"),
                        stage.texts().text("awarded"),
                        stage.texts().text("frames.paid"),
                        stage.texts().text("frames.unused")),
                rows);
    }
}
