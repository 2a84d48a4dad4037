package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** Reads the year's figures back through the public APIs, and refuses them if a sum does not balance. */
final class YearResult {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stage stage;
    private final Prepared prepared;

    YearResult(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
    }

    /** The figures, each from its own place; {@code seconds} is left to the launcher. */
    ObjectNode read(String frameworkRunId) {
        var ledger = stage.grants()
                .get(Who.CONTROLLER, "/v1/ledger/accounts?schemeId=" + prepared.schemeId() + "&year=" + stage.year())
                .expect(200);
        var figures = JSON.createObjectNode();
        figures.put("year", stage.year());
        figures.put("municipalities", prepared.places().count());
        figures.set("applications", applications());
        figures.put("appropriation", ledger.path("appropriated").asLong());
        for (var account : List.of("awarded", "undistributed", "spent", "unspent", "outstanding")) {
            figures.put(account, ledger.path(account).asLong());
        }
        figures.set("framework", framework(frameworkRunId));
        figures.set("events", events());
        figures.set("national", national());
        mustBalance(figures);
        return figures;
    }

    private ObjectNode applications() {
        var call = stage.grants()
                .get(Who.ADVISER, "/v1/calls/" + prepared.callId() + "/figures")
                .expect(200);
        var counts = JSON.createObjectNode();
        counts.put("submitted", call.path("submitted").asInt());
        counts.put("refused", call.path("refusedSubmissions").asInt());
        counts.put("approved", call.path("approved").asInt());
        counts.put("rejected", call.path("rejected").asInt());
        counts.put("withdrawn", call.path("withdrawn").asInt());
        return counts;
    }

    private ObjectNode framework(String runId) {
        var before = 0L;
        var after = 0L;
        var compensated = 0;
        var paying = 0;
        var compensation = 0L;
        var net = 0L;
        for (var row : new Runs(stage).rows(runId)) {
            before += row.path("before").asLong();
            after += row.path("amount").asLong();
            compensation += row.path("compensation").asLong();
            net += row.path("net").asLong();
            compensated += row.path("compensation").asLong() > 0 ? 1 : 0;
            paying += row.path("net").asLong() < 0 ? 1 : 0;
        }
        var figures = JSON.createObjectNode();
        figures.put("before", before);
        figures.put("after", after);
        figures.put("compensated", compensated);
        figures.put("paying", paying);
        figures.put("sumOfCompensation", compensation);
        figures.put("netOfGuarantee", net);
        return figures;
    }

    private ObjectNode events() {
        var figures = JSON.createObjectNode();
        for (var name : List.of("published", "consumed", "deadLettered")) {
            figures.put(
                    name,
                    count(stage.municipalities(), name) + count(stage.grants(), name) + count(stage.reporting(), name));
        }
        return figures;
    }

    private static long count(Api service, String name) {
        return EventCounts.of(service).path(name).asLong();
    }

    private JsonNode national() {
        return stage.reporting()
                .get(Who.NOBODY, "/v1/statistics/national?year=" + stage.year())
                .expect(200);
    }

    private void mustBalance(ObjectNode figures) {
        var check = stage.grants()
                .get(Who.CONTROLLER, "/v1/ledger/check?schemeId=" + prepared.schemeId() + "&year=" + stage.year())
                .expect(200);
        for (var identity : check.path("identities")) {
            if (identity.path("difference").asLong() != 0) {
                throw new ScenarioFailure("The ledger does not balance: account "
                        + identity.path("account").asText() + ", "
                        + identity.path("name").asText() + ": "
                        + identity.path("left") + " against " + identity.path("right") + ".");
            }
        }
        if (!check.path("balanced").asBoolean()
                || !check.path("awardsOutOfStep").isEmpty()) {
            throw new ScenarioFailure("The ledger and the awards are out of step: " + check.path("awardsOutOfStep"));
        }
        same("appropriation", figures, "appropriation", "awarded", "undistributed");
        same("awarded", figures, "awarded", "spent", "unspent", "outstanding");
        if (figures.path("framework").path("netOfGuarantee").asLong() != 0) {
            throw new ScenarioFailure("The income guarantee does not net to zero: " + figures.path("framework"));
        }
        var counted = figures.path("applications");
        if (counted.path("submitted").asInt()
                != counted.path("approved").asInt()
                        + counted.path("rejected").asInt()
                        + counted.path("withdrawn").asInt()) {
            throw new ScenarioFailure("Applications submitted are not those decided and withdrawn: " + counted);
        }
        if (figures.path("events").path("deadLettered").asLong() != 0) {
            throw new ScenarioFailure("Events lie in the dead letter topics: " + figures.path("events"));
        }
    }

    private static void same(String account, JsonNode figures, String whole, String... parts) {
        var sum = 0L;
        for (var part : parts) {
            sum += figures.path(part).asLong();
        }
        if (figures.path(whole).asLong() != sum) {
            throw new ScenarioFailure("Account " + account + " does not balance: " + figures.path(whole) + " against "
                    + sum + " in " + String.join(" + ", parts) + ".");
        }
    }
}
