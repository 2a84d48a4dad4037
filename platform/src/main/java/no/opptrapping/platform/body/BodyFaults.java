package no.opptrapping.platform.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one body, found while it is read: one fault for each place, and no more of them than are told, so
 * that a body of nothing but faults costs no more than one of a hundred.
 */
final class BodyFaults {
    private static final String KEY = BodyFaults.class.getName();
    private static final int LONGEST_POINTER = 300;

    private final Map<String, BrokenRule> byPointer = new LinkedHashMap<>();
    private boolean full;

    /** The reader that collects here what would stop it. */
    ObjectReader collectingFrom(ObjectReader reader) {
        return reader.withAttribute(KEY, this);
    }

    /** Where faults are collected, or null where the first one stops the reading (events, answers of others). */
    static @Nullable BodyFaults of(DeserializationContext context) {
        return (BodyFaults) context.getAttribute(KEY);
    }

    /** Whether no more are taken: what is left of the body is not read. */
    boolean isFull() {
        return full;
    }

    Collection<BrokenRule> found() {
        return byPointer.values();
    }

    /** A fault of the value that the parser has read or stands at. */
    void add(JsonParser parser, String code, Object... alternatingNameValue) throws JsonMappingException {
        addAt(pointer(parser.getParsingContext()), parser, code, alternatingNameValue);
    }

    /** A fault at another place. */
    void addAt(String pointer, JsonParser parser, String code, Object... alternatingNameValue)
            throws JsonMappingException {
        add(pointer, parser, BrokenRule.of(code, pointer, alternatingNameValue));
    }

    /** The fault of a rule that is told with the place where it was broken. */
    void add(String pointer, JsonParser parser, BrokenRule rule) throws JsonMappingException {
        if (byPointer.containsKey(pointer)) {
            return;
        }
        if (byPointer.size() == Problems.MOST_FAULTS) {
            stop(parser);
        }
        byPointer.put(pointer, new BrokenRule(rule.code(), pointer, rule.arguments()));
    }

    /** A fault after which there is no point in reading on: there is more of something than anybody may send. */
    void addLast(String pointer, JsonParser parser, String code, Object... alternatingNameValue)
            throws JsonMappingException {
        addAt(pointer, parser, code, alternatingNameValue);
        stop(parser);
    }

    private void stop(JsonParser parser) throws JsonMappingException {
        full = true;
        throw new JsonMappingException(parser, "Nothing more is read");
    }

    /** The RFC 6901 pointer to where the parser stands; a name that nobody chose on purpose is cut. */
    static String pointer(JsonStreamContext place) {
        var pointer = place.pathAsPointer().toString();
        return pointer.length() <= LONGEST_POINTER ? pointer : pointer.substring(0, LONGEST_POINTER) + "…";
    }
}
