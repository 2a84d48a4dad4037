package no.opptrapping.grant.allocation.inputs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.TreeMap;

/**
 * JSON in the one form that RFC 8785 gives it, so that equal content has equal bytes and one hash. Numbers are whole
 * and within 2^53 (exact decimals are strings here), which makes the RFC's number form simply their digits.
 */
public final class CanonicalJson {
    private static final long LARGEST_EXACT = 1L << 53;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private CanonicalJson() {}

    /** The canonical form of a value made of records, lists, maps, strings, booleans and whole numbers. */
    public static String of(Object value) {
        var text = new StringBuilder();
        write(MAPPER.valueToTree(value), text);
        return text.toString();
    }

    /** The value that a canonical text holds. */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored as " + type.getSimpleName() + " is not readable", e);
        }
    }

    /** The value as a tree that can be changed. */
    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The value that a tree holds. */
    public static <T> T read(ObjectNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a tree of " + type.getSimpleName(), e);
        }
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, text);
            case ARRAY -> {
                var separator = "[";
                for (var element : node) {
                    text.append(separator);
                    write(element, text);
                    separator = ",";
                }
                text.append(node.isEmpty() ? "[]" : "]");
            }
            case STRING -> writeString(node.textValue(), text);
            case NUMBER -> writeNumber(node, text);
            case BOOLEAN, NULL -> text.append(node.asText());
            default -> throw new IllegalArgumentException("Not JSON: " + node.getNodeType());
        }
    }

    private static void writeObject(JsonNode node, StringBuilder text) {
        // TreeMap orders strings by UTF-16 code units, which is the order that the RFC asks for.
        var members = new TreeMap<String, JsonNode>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        var separator = "{";
        for (var member : members.entrySet()) {
            text.append(separator);
            writeString(member.getKey(), text);
            text.append(':');
            write(member.getValue(), text);
            separator = ",";
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private static void writeNumber(JsonNode node, StringBuilder text) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || Math.abs(node.longValue()) > LARGEST_EXACT) {
            throw new IllegalArgumentException("Not a whole number that every reader keeps exactly: " + node);
        }
        text.append(node.longValue());
    }

    private static void writeString(String string, StringBuilder text) {
        text.append('"');
        for (var i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ') {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
