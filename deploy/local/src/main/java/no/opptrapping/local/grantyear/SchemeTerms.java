package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.local.GrantModel;
import no.opptrapping.local.ScenarioFailure;

/** What the rules of the year's scheme say beyond what is usual: two who sign, a statement, reasons and instalments. */
final class SchemeTerms {
    /** The reason that an application of the year is rejected for. */
    static final String NO_PLAN = "no-plan";

    private final Stage stage;

    SchemeTerms(Stage stage) {
        this.stage = stage;
    }

    /** Writes them into the draft of the rules, unless it is in force because the year was played before. */
    void write(String schemeId) {
        var path = "/v1/schemes/" + schemeId + "/versions/1";
        var draft = stage.grants().get(Who.ADVISER, path);
        var version = draft.expect(200);
        if (!version.path("status").asText().equals("draft")) {
            return;
        }
        var rules = (ObjectNode) version.path("rules").deepCopy();
        rules.putPOJO("handling", handling());
        rules.putPOJO("payments", payments());
        if (stage.model() == GrantModel.FRAMES) {
            rules.put("decidedBy", "county-governors");
        }
        rules.putPOJO("carryOver", Map.of("freePercent", 10, "byApplication", true, "again", false));
        var etag = draft.etag().orElseThrow(() -> new ScenarioFailure(draft.call() + " has no ETag."));
        stage.grants().put(Who.ADVISER, path, etag, rules).expect(200);
    }

    private static Map<String, Object> handling() {
        var handling = new LinkedHashMap<String, Object>();
        handling.put("secondSignature", true);
        handling.put("statementDays", 7);
        handling.put(
                "rejectionReasons",
                List.of(
                        reason(
                                NO_PLAN,
                                "Søknaden viser ikke hvordan tiltakene drives videre.",
                                "Søknaden viser ikkje korleis tiltaka blir drivne vidare.",
                                "The application does not show how the measures go on."),
                        reason(
                                "outside-purpose",
                                "Tiltakene er utenfor formålet med ordningen.",
                                "Tiltaka er utanfor føremålet med ordninga.",
                                "The measures are outside the purpose of the scheme.")));
        return handling;
    }

    private static Map<String, Object> reason(String code, String nb, String nn, String en) {
        return Map.of("code", code, "text", Map.of("nb", nb, "nn", nn, "en", en));
    }

    private static Map<String, Object> payments() {
        return Map.of(
                "instalments",
                List.of(
                        Map.of("percent", 60, "from", "--05-01", "condition", "accepted"),
                        Map.of("percent", 40, "from", "--09-01", "condition", "reports-in")),
                "secondPersonAbove",
                5_000_000);
    }
}
