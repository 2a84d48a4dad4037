package no.opptrapping.grant.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.opptrapping.grant.forms.FormContent.Choice;
import no.opptrapping.grant.forms.FormContent.Question;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Pointers;

/** A form as a whole: its schema can be used, and each question has its texts and each text its question. */
final class FormContentRules {
    private static final int DEEPEST_SCHEMA = 12;

    private final FormContent content;
    private final JsonNode properties;
    private final Set<String> written = new HashSet<>();
    private final List<BrokenRule> broken = new ArrayList<>();

    private FormContentRules(FormContent content) {
        this.content = content;
        this.properties = content.schema().path("properties");
    }

    static List<BrokenRule> brokenBy(FormContent content) {
        var bounds = JsonBounds.brokenBy(content.schema(), "/schema", DEEPEST_SCHEMA);
        if (!bounds.isEmpty()) {
            return bounds;
        }
        var rules = new FormContentRules(content);
        rules.broken.addAll(FormSchemaRules.brokenBy(content.schema()));
        rules.checkSchema();
        rules.checkSections();
        return rules.broken;
    }

    /** What JSON Schema itself says, where no rule of ours has said it. */
    private void checkSchema() {
        for (var fault : CompiledForm.faultsOf(content.schema())) {
            var at = "/schema" + fault.getInstanceLocation();
            if (broken.stream().noneMatch(one -> one.pointer().startsWith(at))) {
                broken.add(BrokenRule.of("form.schema-invalid", at));
            }
        }
    }

    private void checkSections() {
        var sections = new HashSet<String>();
        for (var i = 0; i < content.sections().size(); i++) {
            var section = content.sections().get(i);
            if (!sections.add(section.code())) {
                add("form.section-twice", "/sections/" + i + "/code");
            }
            for (var j = 0; j < section.questions().size(); j++) {
                check(section.questions().get(j), "/sections/" + i + "/questions/" + j);
            }
        }
        properties.fieldNames().forEachRemaining(name -> {
            if (!written.contains(name)) {
                add("form.question-without-text", "/schema/properties" + Pointers.step(name), "question", name);
            }
        });
    }

    private void check(Question question, String at) {
        if (!written.add(question.code())) {
            add("form.question-twice", at + "/code");
        }
        var answer = properties.get(question.code());
        if (answer == null) {
            add("form.question-unknown", at + "/code", "question", question.code());
            return;
        }
        var rule = "/schema/properties" + Pointers.step(question.code());
        var isList = answer.has("items");
        checkChoices(
                question.allChoices(), isList ? answer.path("items") : answer, at, isList ? rule + "/items" : rule);
        checkFields(question, answer.path("items").path("properties"), at, rule + "/items/properties");
        if (question.prefill() != null && !isNumber(answer)) {
            add("form.prefill-not-a-number", at + "/prefill");
        }
    }

    private static boolean isNumber(JsonNode answer) {
        return Set.of("integer", "number").contains(answer.path("type").asText());
    }

    private void checkFields(Question question, JsonNode asked, String at, String rule) {
        var fields = question.allFields();
        var seen = new HashSet<String>();
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var there = at + "/fields/" + i;
            if (!seen.add(field.code())) {
                add("form.question-twice", there + "/code");
            }
            var answer = asked.get(field.code());
            if (answer == null) {
                add("form.question-unknown", there + "/code", "question", field.code());
            } else {
                checkChoices(field.allChoices(), answer, there, rule + Pointers.step(field.code()));
            }
        }
        asked.fieldNames().forEachRemaining(name -> {
            if (!seen.contains(name)) {
                add("form.question-without-text", rule + Pointers.step(name), "question", name);
            }
        });
    }

    private void checkChoices(List<Choice> choices, JsonNode answer, String at, String rule) {
        var allowed = new HashSet<String>();
        answer.path("enum").forEach(one -> allowed.add(one.asText()));
        var named = new HashSet<String>();
        for (var i = 0; i < choices.size(); i++) {
            var code = choices.get(i).code();
            if (!named.add(code) || !allowed.contains(code)) {
                add("form.choice-unknown", at + "/choices/" + i + "/code", "choice", code);
            }
        }
        var values = answer.path("enum");
        if (!values.isArray()) {
            return;
        }
        for (var i = 0; i < values.size(); i++) {
            if (!named.contains(values.get(i).asText())) {
                add(
                        "form.choice-without-text",
                        rule + "/enum/" + i,
                        "choice",
                        values.get(i).asText());
            }
        }
    }

    private void add(String code, String pointer, Object... alternatingNameValue) {
        broken.add(BrokenRule.of(code, pointer, alternatingNameValue));
    }
}
