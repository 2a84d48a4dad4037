package no.opptrapping.grant.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Pointers;

/** Says what a schema finds wrong with answers in words of ours: a code and its arguments for each keyword. */
final class AnswerFaults {
    private AnswerFaults() {}

    /** The faults, one for each place; that something is missing or of another kind comes before what else is wrong with it. */
    static List<BrokenRule> of(List<Error> errors) {
        var byPlace = new LinkedHashMap<String, BrokenRule>();
        for (var error : errors) {
            var fault = fault(error);
            byPlace.merge(fault.pointer(), fault, (one, other) -> isOfKind(other) ? other : one);
        }
        return new ArrayList<>(byPlace.values());
    }

    private static boolean isOfKind(BrokenRule fault) {
        return fault.code().startsWith("answer.not-");
    }

    private static BrokenRule fault(Error error) {
        var at = "/answers" + error.getInstanceLocation();
        var said = Objects.requireNonNullElse(error.getSchemaNode(), error.getInstanceNode());
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" ->
                BrokenRule.of(
                        "answer.missing", at + Pointers.step(Objects.requireNonNullElse(error.getProperty(), "")));
            case "additionalProperties" ->
                BrokenRule.of(
                        "answer.unknown-question",
                        at + Pointers.step(Objects.requireNonNullElse(error.getProperty(), "")),
                        "question",
                        Objects.requireNonNullElse(error.getProperty(), ""));
            case "type" -> BrokenRule.of(kind(said), at);
            case "enum", "const" -> BrokenRule.of("answer.not-a-choice", at);
            case "minLength" -> BrokenRule.of("answer.too-short", at, "least", number(said));
            case "maxLength" -> BrokenRule.of("answer.too-long", at, "most", number(said));
            case "minimum" -> BrokenRule.of("answer.too-small", at, "least", number(said));
            case "maximum" -> BrokenRule.of("answer.too-large", at, "most", number(said));
            case "exclusiveMinimum" -> BrokenRule.of("answer.not-above", at, "limit", number(said));
            case "exclusiveMaximum" -> BrokenRule.of("answer.not-below", at, "limit", number(said));
            case "multipleOf" -> BrokenRule.of("answer.no-multiple", at, "step", number(said));
            case "pattern" -> BrokenRule.of("answer.malformed", at);
            case "format" -> BrokenRule.of(format(said), at);
            case "minItems" -> BrokenRule.of("answer.too-few", at, "least", number(said));
            case "maxItems" -> BrokenRule.of("answer.too-many", at, "most", number(said));
            case "uniqueItems" -> BrokenRule.of("answer.twice", at);
            case "false" -> BrokenRule.of("answer.not-asked-for", at);
            default -> new BrokenRule("answer.does-not-fit", at, Map.of());
        };
    }

    private static String kind(JsonNode type) {
        return switch (type.asText()) {
            case "string" -> "answer.not-text";
            case "integer" -> "answer.not-whole";
            case "number" -> "answer.not-a-number";
            case "boolean" -> "answer.not-yes-or-no";
            case "array" -> "answer.not-a-list";
            default -> "answer.not-a-row";
        };
    }

    private static String format(JsonNode format) {
        return switch (format.asText()) {
            case "date" -> "answer.not-a-date";
            case "email" -> "answer.not-an-email";
            default -> "answer.not-an-address";
        };
    }

    private static String number(JsonNode said) {
        return said.decimalValue().stripTrailingZeros().toPlainString();
    }
}
