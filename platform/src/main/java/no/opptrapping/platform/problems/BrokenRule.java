package no.opptrapping.platform.problems;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule.
 *
 * @param code what is wrong, stable, <code>room.fact</code>; the text is found by it
 * @param pointer where: an RFC 6901 pointer into the request body (<code>""</code> is the whole of it), or
 *     <code>query:name</code>, <code>path:name</code>, <code>header:name</code>
 * @param arguments what fills <code>{name}</code> in the text
 * @param severity where there are rules of both kinds; null where every rule has to hold
 */
public record BrokenRule(
        String code,
        String pointer,
        Map<String, Object> arguments,
        @Nullable Severity severity) {
    public BrokenRule {
        arguments = Map.copyOf(arguments);
    }

    public BrokenRule(String code, String pointer, Map<String, Object> arguments) {
        this(code, pointer, arguments, null);
    }

    /** A broken rule with arguments given as name, value, name, value. */
    public static BrokenRule of(String code, String pointer, Object... alternatingNameValue) {
        return new BrokenRule(code, pointer, arguments(alternatingNameValue));
    }

    static Map<String, Object> arguments(Object... alternatingNameValue) {
        if (alternatingNameValue.length % 2 != 0) {
            throw new IllegalArgumentException("Arguments come as name, value, name, value");
        }
        var arguments = new LinkedHashMap<String, Object>();
        for (var i = 0; i < alternatingNameValue.length; i += 2) {
            arguments.put((String) alternatingNameValue[i], alternatingNameValue[i + 1]);
        }
        return arguments;
    }
}
