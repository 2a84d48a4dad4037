package no.opptrapping.reporting.controls;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place where a rule does not hold.
 *
 * @param pointer a JSON pointer (RFC 6901) into the answers
 * @param arguments what fills {@code {name}} in the rule's text
 */
public record Breach(String pointer, Map<String, Object> arguments) {
    public Breach {
        arguments = Map.copyOf(arguments);
    }

    /** A breach without arguments. */
    static Breach at(String pointer) {
        return new Breach(pointer, Map.of());
    }

    /** The same breach with one more argument. */
    Breach with(String name, Object value) {
        var more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Breach(pointer, more);
    }
}
