package no.opptrapping.grant.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import no.opptrapping.platform.values.WrittenText;

/** Answers as they are kept: without what nobody can see, so that a blank answer is none. */
public final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** No answers. */
    public static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** What is kept of answers that are within bounds, in the form that the database gives them back in. */
    static ObjectNode kept(JsonNode answers) {
        try {
            return (ObjectNode) JSON.readTree(kept((ObjectNode) answers).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is written as JSON is JSON", e);
        }
    }

    private static ObjectNode kept(ObjectNode answers) {
        var kept = none();
        answers.properties().forEach(answer -> {
            var value = value(answer.getValue());
            if (!value.isNull()) {
                kept.set(answer.getKey(), value);
            }
        });
        return kept;
    }

    private static JsonNode value(JsonNode value) {
        return switch (value) {
            case TextNode text ->
                WrittenText.isBlank(text.textValue())
                        ? JsonNodeFactory.instance.nullNode()
                        : TextNode.valueOf(WrittenText.stripped(text.textValue()));
            case ArrayNode list -> {
                var kept = JsonNodeFactory.instance.arrayNode();
                list.forEach(item -> {
                    var one = value(item);
                    if (!one.isNull()) {
                        kept.add(one);
                    }
                });
                yield kept;
            }
            case ObjectNode row -> kept(row);
            default -> value;
        };
    }
}
