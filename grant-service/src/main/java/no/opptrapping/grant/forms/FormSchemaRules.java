package no.opptrapping.grant.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Pointers;

/**
 * The part of JSON Schema 2020-12 that a form is written in: an object with a property for each question; texts, numbers,
 * yes or no, lists of choices and lists of rows, each bounded; and conditions with {@code if}, {@code then} and
 * {@code else}. There are no references, so that what a schema costs can be seen from its length.
 */
final class FormSchemaRules {
    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_ROWS = 100;
    private static final Set<String> FORMATS = Set.of("date", "email", "uri", FormContent.ATTACHMENT);

    private static final Set<String> CONDITIONS = Set.of("allOf", "anyOf", "if", "then", "else", "not");
    private static final Set<String> OF_OBJECT = Set.of("required", "dependentRequired", "properties");
    private static final Set<String> OF_TEXT = Set.of("enum", "const", "minLength", "maxLength", "pattern", "format");
    private static final Set<String> OF_NUMBER =
            Set.of("enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    private static final Set<String> OF_LIST =
            Set.of("items", "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains");

    private final JsonNode schema;
    private final Set<String> questions = new HashSet<>();
    private final List<BrokenRule> broken = new ArrayList<>();

    private FormSchemaRules(JsonNode schema) {
        this.schema = schema;
        schema.path("properties").fieldNames().forEachRemaining(questions::add);
    }

    /** What is wrong with the schema, with pointers from {@code /schema} on. */
    static List<BrokenRule> brokenBy(JsonNode schema) {
        var rules = new FormSchemaRules(schema);
        rules.checkWhole();
        return rules.broken;
    }

    private void checkWhole() {
        var at = "/schema";
        if (!schema.isObject()) {
            add("body.not-an-object", at);
            return;
        }
        if (schema.has("$schema") && !DIALECT.equals(schema.path("$schema").asText())) {
            add("form.other-dialect", at + "/$schema", "dialect", DIALECT);
        }
        if (!"object".equals(schema.path("type").asText())) {
            add("form.not-of-objects", at + "/type");
        }
        checkKeywords(
                schema,
                at,
                Set.of("$schema", "type", "additionalProperties", "allOf", "if", "then", "else"),
                OF_OBJECT);
        checkClosed(schema, at);
        if (questions.isEmpty()) {
            add("form.no-questions", at + "/properties");
        }
        schema.path("properties").properties().forEach(question -> {
            var there = at + "/properties" + Pointers.step(question.getKey());
            if (!question.getKey().matches(FormContent.NAME)) {
                add("form.name-malformed", there);
            }
            checkAnswer(question.getValue(), there, true);
        });
        checkNames(schema, at, questions);
        for (var keyword : List.of("allOf", "if", "then", "else")) {
            if (schema.has(keyword)) {
                checkCondition(schema.get(keyword), at + "/" + keyword);
            }
        }
    }

    /** What an answer may be: a type of its own, and the keywords of that type. */
    private void checkAnswer(JsonNode answer, String at, boolean mayBeList) {
        switch (answer.path("type").asText()) {
            case "string" -> checkText(answer, at);
            case "integer", "number" -> checkKeywords(answer, at, OF_NUMBER, Set.of("type"));
            case "boolean" -> checkKeywords(answer, at, Set.of("const"), Set.of("type"));
            case "array" -> {
                if (mayBeList) {
                    checkList(answer, at);
                } else {
                    add("form.type-not-supported", at + "/type");
                }
            }
            default -> add("form.type-not-supported", at + "/type");
        }
    }

    private void checkText(JsonNode answer, String at) {
        checkKeywords(answer, at, OF_TEXT, Set.of("type"));
        var isBounded = answer.has("enum")
                || answer.has("const")
                || Set.of("date", FormContent.ATTACHMENT)
                        .contains(answer.path("format").asText());
        if (!isBounded && (!answer.has("maxLength") || answer.get("maxLength").asLong(0) > LONGEST_TEXT)) {
            add("form.unbounded", at + "/maxLength", "most", LONGEST_TEXT);
        }
    }

    private void checkList(JsonNode answer, String at) {
        checkKeywords(answer, at, OF_LIST, Set.of("type"));
        if (!answer.has("maxItems") || answer.get("maxItems").asLong(0) > MOST_ROWS) {
            add("form.unbounded", at + "/maxItems", "most", MOST_ROWS);
        }
        var items = answer.path("items");
        if (!"object".equals(items.path("type").asText())) {
            checkAnswer(items, at + "/items", false);
            return;
        }
        checkKeywords(items, at + "/items", Set.of("type", "additionalProperties"), OF_OBJECT);
        checkClosed(items, at + "/items");
        var fields = new HashSet<String>();
        items.path("properties").properties().forEach(field -> {
            var there = at + "/items/properties" + Pointers.step(field.getKey());
            fields.add(field.getKey());
            if (!field.getKey().matches(FormContent.NAME)) {
                add("form.name-malformed", there);
            }
            checkAnswer(field.getValue(), there, false);
        });
        if (fields.isEmpty()) {
            add("form.no-questions", at + "/items/properties");
        }
        checkNames(items, at + "/items", fields);
    }

    /** A condition, or what follows from it: anything that can be said of questions that there are. */
    private void checkCondition(JsonNode condition, String at) {
        if (condition.isArray()) {
            for (var i = 0; i < condition.size(); i++) {
                checkCondition(condition.get(i), at + "/" + i);
            }
            return;
        }
        if (condition.isBoolean()) {
            return;
        }
        checkKeywords(condition, at, CONDITIONS, OF_OBJECT);
        checkNames(condition, at, questions);
        condition.path("properties").properties().forEach(question -> {
            var there = at + "/properties" + Pointers.step(question.getKey());
            if (!questions.contains(question.getKey())) {
                add("form.question-unknown", there, "question", question.getKey());
            }
            checkLimit(question.getValue(), there);
        });
        for (var keyword : CONDITIONS) {
            if (condition.has(keyword)) {
                checkCondition(condition.get(keyword), at + "/" + keyword);
            }
        }
    }

    /** What a condition says of one answer. */
    private void checkLimit(JsonNode limit, String at) {
        if (limit.isBoolean()) {
            return;
        }
        var all = new HashSet<>(OF_TEXT);
        all.addAll(OF_NUMBER);
        all.addAll(OF_LIST);
        checkKeywords(limit, at, all, Set.of("type", "not"));
        for (var keyword : List.of("not", "contains", "items")) {
            if (limit.has(keyword)) {
                checkLimit(limit.get(keyword), at + "/" + keyword);
            }
        }
    }

    private void checkKeywords(JsonNode part, String at, Set<String> allowed, Set<String> also) {
        part.fieldNames().forEachRemaining(keyword -> {
            if (!allowed.contains(keyword) && !also.contains(keyword)) {
                add("form.keyword-not-supported", at + Pointers.step(keyword), "keyword", keyword);
            }
        });
        var pattern = part.path("pattern");
        if (pattern.isTextual() && !LinearPatterns.isTaken(pattern.asText())) {
            add("form.pattern-refused", at + "/pattern");
        }
        var format = part.path("format");
        if (format.isTextual() && !FORMATS.contains(format.asText())) {
            add(
                    "form.format-unknown",
                    at + "/format",
                    "allowed",
                    FORMATS.stream().sorted().toList());
        }
    }

    private void checkClosed(JsonNode part, String at) {
        var others = part.get("additionalProperties");
        if (others != null && !(others.isBoolean() && !others.asBoolean())) {
            add("form.not-closed", at + "/additionalProperties");
        }
    }

    /** What is required has to be something that is asked. */
    private void checkNames(JsonNode part, String at, Set<String> known) {
        checkEach(part.path("required"), at + "/required", known);
        part.path("dependentRequired").properties().forEach(entry -> {
            var there = at + "/dependentRequired" + Pointers.step(entry.getKey());
            if (!known.contains(entry.getKey())) {
                add("form.question-unknown", there, "question", entry.getKey());
            }
            checkEach(entry.getValue(), there, known);
        });
    }

    private void checkEach(JsonNode names, String at, Set<String> known) {
        for (var i = 0; i < names.size(); i++) {
            var name = names.path(i).asText();
            if (!known.contains(name)) {
                add("form.question-unknown", at + "/" + i, "question", name);
            }
        }
    }

    private void add(String code, String pointer, Object... alternatingNameValue) {
        broken.add(BrokenRule.of(code, pointer, alternatingNameValue));
    }
}
