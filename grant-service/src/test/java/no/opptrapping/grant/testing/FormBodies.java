package no.opptrapping.grant.testing;

import static no.opptrapping.grant.testing.Requests.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of a call with questions of every kind, to be spoiled by tests, and answers that keep its rules. */
public final class FormBodies {
    private FormBodies() {}

    public static Map<String, Object> form() {
        return form(schema());
    }

    public static Map<String, Object> form(Map<String, Object> schema) {
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "sections",
                new ArrayList<>(List.of(
                        section("need", question("users"), question("description"), question("measured")),
                        section(
                                "plan",
                                choosing("frequency", "weekly", "monthly", "never"),
                                question("why"),
                                choosing("groups", "young", "old"),
                                rows()))));
        body.put("schema", schema);
        return body;
    }

    public static Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("users", Map.of("type", "integer", "minimum", 1, "maximum", 100_000));
        properties.put("description", Map.of("type", "string", "minLength", 10, "maxLength", 500));
        properties.put("measured", Map.of("type", "boolean"));
        properties.put("frequency", Map.of("type", "string", "enum", List.of("weekly", "monthly", "never")));
        properties.put("why", Map.of("type", "string", "maxLength", 200));
        properties.put(
                "groups",
                Map.of(
                        "type",
                        "array",
                        "maxItems",
                        2,
                        "uniqueItems",
                        true,
                        "items",
                        Map.of("type", "string", "enum", List.of("young", "old"))));
        properties.put(
                "partners",
                Map.of(
                        "type",
                        "array",
                        "maxItems",
                        5,
                        "items",
                        Map.of(
                                "type",
                                "object",
                                "required",
                                List.of("name"),
                                "properties",
                                Map.of(
                                        "name", Map.of("type", "string", "maxLength", 100),
                                        "since", Map.of("type", "string", "format", "date")))));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.of("users", "description", "frequency"));
        schema.put(
                "if",
                Map.of("required", List.of("frequency"), "properties", Map.of("frequency", Map.of("const", "never"))));
        schema.put("then", Map.of("required", List.of("why")));
        return schema;
    }

    /** Answers that keep every rule of the form. */
    public static Map<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("users", 40);
        answers.put("description", "Førti personer uten oppfølging.");
        answers.put("measured", true);
        answers.put("frequency", "weekly");
        answers.put("groups", List.of("young"));
        answers.put("partners", List.of(Map.of("name", "Helseforetaket", "since", "2024-01-01")));
        return answers;
    }

    public static Map<String, Object> section(String code, Object... questions) {
        return new LinkedHashMap<>(
                Map.of("code", code, "title", text("Del " + code), "questions", new ArrayList<>(List.of(questions))));
    }

    public static Map<String, Object> question(String code) {
        return new LinkedHashMap<>(Map.of("code", code, "title", text("Spørsmål " + code)));
    }

    public static Map<String, Object> choosing(String code, String... choices) {
        var question = question(code);
        var named = new ArrayList<Object>();
        for (var choice : choices) {
            named.add(Map.of("code", choice, "name", text("Valg " + choice)));
        }
        question.put("choices", named);
        return question;
    }

    private static Map<String, Object> rows() {
        var partners = question("partners");
        partners.put("fields", List.of(question("name"), question("since")));
        return partners;
    }
}
