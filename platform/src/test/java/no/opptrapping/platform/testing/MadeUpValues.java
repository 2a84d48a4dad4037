package no.opptrapping.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the UUIDs of examples have stood for so far, and whether an answer holds what is shown of it. */
final class MadeUpValues {
    /** Version 4 of RFC 9562, by chance; the others are derived from something, and the same each time. */
    private static final Pattern RANDOM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    private final Map<String, String> stoodFor;
    private final boolean anyNumbers;

    MadeUpValues() {
        this(Map.of(), false);
    }

    private MadeUpValues(Map<String, String> stoodFor, boolean anyNumbers) {
        this.stoodFor = new HashMap<>(stoodFor);
        this.anyNumbers = anyNumbers;
    }

    /** The same, but any number of an answer stands for any number that is shown. */
    MadeUpValues withAnyNumbers() {
        return new MadeUpValues(stoodFor, true);
    }

    /** The text of an example with what its UUIDs have stood for. */
    String inserted(String text) {
        return RANDOM.matcher(text).replaceAll(found -> stoodFor.getOrDefault(found.group(), found.group()));
    }

    /** Whether everything that is shown is there; if it is, what the shown UUIDs stood for is remembered. */
    boolean holds(JsonNode answer, JsonNode shown) {
        var tried = new MadeUpValues(stoodFor, anyNumbers);
        if (!tried.has(answer, shown)) {
            return false;
        }
        stoodFor.putAll(tried.stoodFor);
        return true;
    }

    /**
     * What is shown, with every member that the answer has more, and of lists that are not shown the first item; a JSON
     * Schema in an answer stays as short as it is shown.
     */
    JsonNode completed(JsonNode shown, JsonNode answer) {
        if (shown.has("$schema")) {
            return shown;
        }
        if (shown.isObject()) {
            var whole = JsonNodeFactory.instance.objectNode();
            answer.properties()
                    .forEach(field -> whole.set(
                            field.getKey(),
                            shown.has(field.getKey())
                                    ? completed(shown.path(field.getKey()), field.getValue())
                                    : beginning(field.getValue())));
            return whole;
        }
        if (shown.isArray()) {
            var items = JsonNodeFactory.instance.arrayNode();
            shown.forEach(wanted -> answer.valueStream()
                    .filter(item -> holds(item, wanted))
                    .findFirst()
                    .ifPresent(item -> items.add(completed(wanted, item))));
            return items;
        }
        return shown;
    }

    private JsonNode beginning(JsonNode answer) {
        if (answer.isObject()) {
            var whole = JsonNodeFactory.instance.objectNode();
            answer.properties().forEach(field -> whole.set(field.getKey(), beginning(field.getValue())));
            return whole;
        }
        if (answer.isArray()) {
            var items = JsonNodeFactory.instance.arrayNode();
            answer.valueStream().limit(1).forEach(item -> items.add(beginning(item)));
            return items;
        }
        return stoodFor.entrySet().stream()
                .filter(entry -> entry.getValue().equals(answer.asText()))
                .findFirst()
                .<JsonNode>map(entry -> JsonNodeFactory.instance.textNode(entry.getKey()))
                .orElse(answer);
    }

    private boolean has(JsonNode answer, JsonNode shown) {
        if (shown.isObject()) {
            return shown.properties().stream().allMatch(field -> has(answer.path(field.getKey()), field.getValue()));
        }
        if (shown.isArray()) {
            return shown.isEmpty() ? answer.isArray() && answer.isEmpty() : hasItems(answer, shown);
        }
        if (shown.isNull()) {
            return answer.isNull() || answer.isMissingNode();
        }
        if (shown.isTextual() && answer.isTextual()) {
            return standsFor(shown.asText(), answer.asText());
        }
        return shown.equals(answer) || (anyNumbers && shown.isNumber() && answer.isNumber());
    }

    private boolean hasItems(JsonNode answer, JsonNode shown) {
        for (var wanted : shown) {
            var found = false;
            for (var item : answer) {
                found = found || holds(item, wanted);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private boolean standsFor(String shown, String answered) {
        if (RANDOM.matcher(shown).matches()) {
            return UUID.matcher(answered).matches()
                    && stoodFor.computeIfAbsent(shown, _ -> answered).equals(answered);
        }
        if (INSTANT.matcher(shown).matches()) {
            return INSTANT.matcher(answered).matches() && day(shown).equals(day(answered));
        }
        return inserted(shown).equals(answered);
    }

    private static LocalDate day(String instant) {
        try {
            return LocalDate.ofInstant(Instant.parse(instant), ZoneOffset.UTC);
        } catch (DateTimeException noInstant) {
            throw new AssertionError(instant, noInstant);
        }
    }
}
