package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.opptrapping.local.ScenarioFailure;

/** Filling in a report, handing it in, and approving it. */
final class Reporter {
    private static final Set<String> TO_FILL_IN = Set.of("opened", "draft", "returned");

    private final Stage stage;

    Reporter(Stage stage) {
        this.stage = stage;
    }

    /** Whether it waits for its municipality; not when the year is played again over what there is. */
    static boolean isToFillIn(JsonNode report) {
        return TO_FILL_IN.contains(report.path("status").asText());
    }

    void fillIn(Who caller, Place place, String id, Function<ReportForms, Map<String, Object>> how) {
        var path = "/v1/reports/" + id;
        var open = stage.reporting().get(caller, path);
        var form = how.apply(new ReportForms(stage.seed(), place, open.expect(200)));
        var etag = open.etag().orElseThrow(() -> new ScenarioFailure(open.call() + " has no ETag."));
        stage.reporting().put(caller, path, etag, form).expect(200);
    }

    Answer submit(Who caller, String id, String act) {
        var path = "/v1/reports/" + id + "/submission";
        return stage.reporting().post(caller, path, stage.key(act + "-" + id), Map.of());
    }

    @CanIgnoreReturnValue
    JsonNode approve(String id) {
        return stage.reporting()
                .post(Who.CONTROLLER, "/v1/reports/" + id + "/approval", stage.key("approval-" + id), Map.of())
                .expect(200, 201);
    }
}
