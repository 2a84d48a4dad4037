package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import no.opptrapping.local.GrantModel;
import no.opptrapping.local.Result;
import no.opptrapping.local.Result.Applications;
import no.opptrapping.local.Result.Events;
import no.opptrapping.local.Result.Figures;
import no.opptrapping.local.Result.Framework;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** Reads the year's figures back through the public APIs, each from its own account, and says what does not balance. */
final class YearResult {
    private final Stage stage;
    private final Prepared prepared;

    YearResult(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
    }

    Result read(String frameworkRunId) {
        var ledger = stage.grants()
                .get(Who.CONTROLLER, "/v1/ledger/accounts?" + schemeAndYear())
                .expect(200);
        var figures = new Figures(
                stage.year(),
                prepared.places().count(),
                applications(),
                ledger.path("appropriated").asLong(),
                ledger.path("awarded").asLong(),
                ledger.path("undistributed").asLong(),
                ledger.path("carriedIn").asLong(),
                ledger.path("spent").asLong(),
                ledger.path("unspent").asLong(),
                ledger.path("outstanding").asLong(),
                framework(frameworkRunId),
                events());
        var national = stage.reporting()
                .get(Who.NOBODY, "/v1/statistics/national?year=" + stage.year())
                .expect(200);
        var tables = new NationalTables(stage.texts()).of(national);
        var faults = Faults.in(figures, prepared, check(), national, stage.texts());
        if (stage.model() == GrantModel.FRAMES) {
            var frames = new Frames(stage, prepared.schemeId());
            var offices = frames.reconciled();
            tables.addFirst(frames.table(offices));
            faults.addAll(Faults.inFrames(offices, stage.texts()));
        }
        return new Result(figures, tables, faults);
    }

    private String schemeAndYear() {
        return "schemeId=" + prepared.schemeId() + "&year=" + stage.year();
    }

    private JsonNode check() {
        return stage.grants()
                .get(Who.CONTROLLER, "/v1/ledger/check?" + schemeAndYear())
                .expect(200);
    }

    private Applications applications() {
        var call = stage.grants()
                .get(Who.ADVISER, "/v1/calls/" + prepared.callId() + "/figures")
                .expect(200);
        return new Applications(
                call.path("submitted").asInt(),
                call.path("refusedSubmissions").asInt(),
                call.path("approved").asInt(),
                call.path("rejected").asInt(),
                call.path("withdrawn").asInt());
    }

    private Framework framework(String runId) {
        var rows = new Runs(stage).rows(runId);
        return new Framework(
                sum(rows, "before"),
                sum(rows, "amount"),
                (int) rows.stream()
                        .filter(row -> row.path("compensation").asLong() > 0)
                        .count(),
                (int) rows.stream().filter(row -> row.path("net").asLong() < 0).count(),
                sum(rows, "compensation"),
                sum(rows, "net"));
    }

    private static long sum(List<JsonNode> rows, String field) {
        return rows.stream().mapToLong(row -> row.path(field).asLong()).sum();
    }

    private Events events() {
        var services = List.of(stage.municipalities(), stage.grants(), stage.reporting()).stream()
                .map(EventCounts::of)
                .toList();
        return new Events(sum(services, "published"), sum(services, "consumed"), sum(services, "deadLettered"));
    }
}
