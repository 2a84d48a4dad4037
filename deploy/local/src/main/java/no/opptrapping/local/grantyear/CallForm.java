package no.opptrapping.local.grantyear;

import java.util.List;
import java.util.Map;

/** What the year's call asks beside what every call asks: as data, which no code knows. */
final class CallForm {
    private final Stage stage;

    CallForm(Stage stage) {
        this.stage = stage;
    }

    /** Drafts it with the call, unless the call was announced when the year was played before. */
    void draft(String callId) {
        var call = stage.grants().get(Who.ADVISER, "/v1/calls/" + callId).expect(200);
        if (!call.path("status").asText().equals("draft")) {
            return;
        }
        var body = Map.of("sections", List.of(section()), "schema", schema());
        stage.grants()
                .post(Who.ADVISER, "/v1/calls/" + callId + "/form/versions", stage.key("form"), body)
                .expect(201);
    }

    /** What an applicant answers. */
    static Map<String, Object> answers(Applicant applicant) {
        return Map.of(
                "withoutFollowUp",
                applicant.positions() * 4,
                "cooperation",
                applicant.positions() % 2 == 0 ? "weekly" : "seldom");
    }

    private static Map<String, Object> section() {
        return Map.of(
                "code",
                "need",
                "title",
                text("Behov", "Behov", "Need"),
                "questions",
                List.of(
                        Map.of(
                                "code",
                                "withoutFollowUp",
                                "title",
                                text(
                                        "Hvor mange mangler oppfølging i dag?",
                                        "Kor mange manglar oppfølging i dag?",
                                        "How many lack follow-up today?")),
                        Map.of(
                                "code",
                                "cooperation",
                                "title",
                                text(
                                        "Hvor ofte møter kommunen spesialisthelsetjenesten?",
                                        "Kor ofte møter kommunen spesialisthelsetenesta?",
                                        "How often does the municipality meet the specialist health service?"),
                                "choices",
                                List.of(
                                        choice("weekly", "Hver uke", "Kvar veke", "Every week"),
                                        choice("seldom", "Sjeldnere", "Sjeldnare", "Less often")))));
    }

    private static Map<String, Object> schema() {
        return Map.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "type",
                "object",
                "required",
                List.of("withoutFollowUp", "cooperation"),
                "properties",
                Map.of(
                        "withoutFollowUp",
                        Map.of("type", "number", "multipleOf", 1, "minimum", 0, "maximum", 100_000),
                        "cooperation",
                        Map.of("type", "string", "enum", List.of("weekly", "seldom"))));
    }

    private static Map<String, Object> choice(String code, String nb, String nn, String en) {
        return Map.of("code", code, "name", text(nb, nn, en));
    }

    private static Map<String, String> text(String nb, String nn, String en) {
        return Map.of("nb", nb, "nn", nn, "en", en);
    }
}
