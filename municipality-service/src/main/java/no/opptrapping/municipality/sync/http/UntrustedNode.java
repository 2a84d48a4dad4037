package no.opptrapping.municipality.sync.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SourceFault.Reason;
import org.jspecify.annotations.Nullable;

/** A place in an answer, read field by field; what is not of its form is a {@link SourceFault} that says where. */
final class UntrustedNode {
    /** The names of municipalities, counties and groups: letters of any language, and what stands between them. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N} .,'’()/–-]{0,119}");

    private final @Nullable JsonNode node;
    private final String where;

    private UntrustedNode(@Nullable JsonNode node, String where) {
        this.node = node == null || node.isNull() ? null : node;
        this.where = where;
    }

    static UntrustedNode of(JsonNode node) {
        return new UntrustedNode(node, "");
    }

    boolean isPresent() {
        return node != null;
    }

    boolean isList() {
        return node != null && node.isArray();
    }

    /** A field of this object, there or not. */
    UntrustedNode field(String name) throws SourceFault {
        if (node == null || !node.isObject()) {
            throw fault();
        }
        return new UntrustedNode(node.get(name), where + "/" + name);
    }

    /** The elements of this array. */
    List<UntrustedNode> list(int most) throws SourceFault {
        if (node == null || !node.isArray() || node.size() > most) {
            throw fault();
        }
        var elements = new ArrayList<UntrustedNode>();
        for (var i = 0; i < node.size(); i++) {
            elements.add(new UntrustedNode(node.get(i), where + "/" + i));
        }
        return elements;
    }

    /** The fields of this object by name, in their order. */
    Map<String, UntrustedNode> fields(int most) throws SourceFault {
        if (node == null || !node.isObject() || node.size() > most) {
            throw fault();
        }
        var fields = new LinkedHashMap<String, UntrustedNode>();
        node.properties()
                .forEach(field ->
                        fields.put(field.getKey(), new UntrustedNode(field.getValue(), where + "/" + field.getKey())));
        return fields;
    }

    /** Text of a form. */
    @CanIgnoreReturnValue
    String text(Pattern form) throws SourceFault {
        if (node == null || !node.isTextual() || !form.matcher(node.textValue()).matches()) {
            throw fault();
        }
        return node.textValue();
    }

    /** A name that people read. */
    @CanIgnoreReturnValue
    String name() throws SourceFault {
        if (node == null || !node.isTextual()) {
            throw fault();
        }
        var name = node.textValue().strip();
        if (!NAME.matcher(name).matches()) {
            throw fault();
        }
        return name;
    }

    LocalDate date() throws SourceFault {
        try {
            if (node != null && node.isTextual()) {
                var date = LocalDate.parse(node.textValue());
                if (date.getYear() >= 1800 && date.getYear() <= 2199) {
                    return date;
                }
            }
        } catch (DateTimeException notADate) {
            throw fault(notADate);
        }
        throw fault();
    }

    /** A whole number within bounds. */
    long whole(long least, long most) throws SourceFault {
        if (node == null
                || !node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            throw fault();
        }
        return node.longValue();
    }

    boolean flag() throws SourceFault {
        if (node == null || !node.isBoolean()) {
            throw fault();
        }
        return node.booleanValue();
    }

    /** What the value stands for; one that stands for nothing is a fault. */
    <T> T required(Optional<T> value) throws SourceFault {
        if (value.isEmpty()) {
            throw fault();
        }
        return value.get();
    }

    /** Says that this place is not what it should be. */
    SourceFault fault() {
        return new SourceFault(Reason.UNEXPECTED_CONTENT, Map.of("where", where.isEmpty() ? "/" : shortened()));
    }

    private SourceFault fault(Exception cause) {
        var fault = fault();
        fault.initCause(cause);
        return fault;
    }

    /** The place, of which an answer may have chosen the words. */
    private String shortened() {
        var plain = where.replaceAll("[^A-Za-z0-9/_.-]", "?");
        return plain.length() <= 100 ? plain : plain.substring(0, 100) + "…";
    }
}
