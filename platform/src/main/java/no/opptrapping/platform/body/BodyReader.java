package no.opptrapping.platform.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.WrittenText;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object field by field and keeps a list of what is wrong, where a data binder stops at the first fault.
 * A field that is missing or faulty gives an empty value; whoever reads looks at {@link #faults()} before using any.
 * JSON's <code>null</code> counts as missing. A property that nobody has asked for is a fault.
 */
public final class BodyReader {
    /** The largest amount that is taken, either way: far above the state budget, and sums of it cannot overflow. */
    public static final long LARGEST_AMOUNT = 10_000_000_000_000L;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,12})?");

    private final JsonNode object;
    private final String pointer;
    private final List<BrokenRule> found;
    private final Set<String> asked = new HashSet<>();
    private final List<BodyReader> nested = new ArrayList<>();

    private BodyReader(JsonNode object, String pointer, List<BrokenRule> found) {
        this.object = object;
        this.pointer = pointer;
        this.found = found;
    }

    /** Reads a body; one that is not an object is a fault of the whole. */
    public static BodyReader of(@Nullable JsonNode body) {
        var reader = new BodyReader(body == null ? MissingNode.getInstance() : body, "", new ArrayList<>());
        if (!reader.object.isObject()) {
            reader.found.add(BrokenRule.of("body.not-an-object", ""));
        }
        return reader;
    }

    /** Every fault so far and every property that nobody asked for, in the order of their pointers. */
    public List<BrokenRule> faults() {
        var all = new ArrayList<>(found);
        addUnknown(all);
        all.sort(Comparator.comparing(BrokenRule::pointer).thenComparing(BrokenRule::code));
        return List.copyOf(all);
    }

    private void addUnknown(List<BrokenRule> all) {
        object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !asked.contains(name))
                .forEach(
                        name -> all.add(BrokenRule.of("body.unknown-property", at(name), "property", shortened(name))));
        nested.forEach(reader -> reader.addUnknown(all));
    }

    /** Says that a field is missing unless it is there, right or wrong; blank text is nothing that is there. */
    @CanIgnoreReturnValue
    public BodyReader require(String... fields) {
        for (var field : fields) {
            if (node(field).filter(node -> !isBlank(node)).isEmpty() && object.isObject()) {
                fault("body.missing", field);
            }
        }
        return this;
    }

    private static boolean isBlank(JsonNode node) {
        return node.isTextual() && WrittenText.isBlank(node.textValue());
    }

    /** Whether the field is there and not null. */
    public boolean has(String field) {
        return node(field).isPresent();
    }

    /** Whether the field holds what is looked for, as it came in JSON. */
    public boolean has(String field, Predicate<JsonNode> lookedFor) {
        return node(field).filter(lookedFor).isPresent();
    }

    /** Adds a fault of the reader's own at a field. */
    public void fault(String code, String field, Object... alternatingNameValue) {
        found.add(BrokenRule.of(code, at(field), alternatingNameValue));
    }

    /** Text without control characters, stripped; blank text counts as missing. */
    public Optional<String> text(String field, int longest) {
        return node(field).flatMap(node -> {
            if (!node.isTextual()) {
                fault("body.not-text", field);
                return Optional.empty();
            }
            var text = WrittenText.stripped(node.textValue());
            if (text.length() > longest) {
                fault("body.too-long", field, "longest", longest);
                return Optional.empty();
            }
            if (!WrittenText.isStorable(text)) {
                fault("body.control-character", field);
                return Optional.empty();
            }
            return WrittenText.isBlank(text) ? Optional.empty() : Optional.of(text);
        });
    }

    /** Text that stands for something; what it cannot stand for is a fault with the code, and blank stands for nothing. */
    public <T> Optional<T> parsed(String field, String code, Function<String, Optional<T>> parse) {
        if (node(field).filter(BodyReader::isBlank).isPresent()) {
            blank(field);
            return Optional.empty();
        }
        return text(field, 1000).flatMap(text -> {
            var value = parse.apply(text);
            if (value.isEmpty()) {
                fault(code, field, "value", shortened(text));
            }
            return value;
        });
    }

    /** One fault for each place: where the field is required it has been told already. */
    private void blank(String field) {
        if (found.stream().noneMatch(fault -> fault.pointer().equals(at(field)))) {
            fault("body.blank", field);
        }
    }

    /** A text that stands for itself, where blank is no value. */
    public Optional<String> word(String field, int longest) {
        if (node(field).filter(BodyReader::isBlank).isPresent()) {
            blank(field);
            return Optional.empty();
        }
        return text(field, longest);
    }

    /** A whole number within bounds. */
    public Optional<Long> whole(String field, long least, long most) {
        return node(field).flatMap(node -> {
            if (!node.isNumber()) {
                fault("body.not-a-number", field);
            } else if (!node.isIntegralNumber()) {
                fault("body.not-whole", field);
            } else if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
                fault("body.out-of-range", field, "least", least, "most", most);
            } else {
                return Optional.of(node.longValue());
            }
            return Optional.empty();
        });
    }

    /** A whole number within bounds. */
    public Optional<Integer> integer(String field, int least, int most) {
        return whole(field, least, most).map(Math::toIntExact);
    }

    /** Whole kroner, either sign, at most {@link #LARGEST_AMOUNT} either way. */
    public Optional<Kroner> kroner(String field) {
        return whole(field, -LARGEST_AMOUNT, LARGEST_AMOUNT).map(Kroner::of);
    }

    /** An exact decimal, which JSON carries as text. */
    public Optional<BigDecimal> decimal(String field) {
        return parsed(
                field,
                "body.not-a-decimal",
                text -> DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty());
    }

    public Optional<Boolean> flag(String field) {
        return node(field).flatMap(node -> {
            if (!node.isBoolean()) {
                fault("body.not-true-or-false", field);
                return Optional.empty();
            }
            return Optional.of(node.booleanValue());
        });
    }

    /** A date as <code>2025-03-15</code>, from year 1900 to 2199. */
    public Optional<LocalDate> date(String field) {
        return parsed(field, "body.not-a-date", text -> attempt(() -> LocalDate.parse(text)))
                .filter(date -> within(field, date.getYear()));
    }

    /** A point in time with its offset, as <code>2025-03-15T23:59:59+01:00</code>, in whole microseconds. */
    public Optional<Instant> instant(String field) {
        return parsed(field, "body.not-a-time", text -> attempt(() -> OffsetDateTime.parse(text)))
                .filter(time -> within(field, time.getYear()))
                .map(time -> time.toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    /** The same text in the three languages, none of which may be missing. */
    public Optional<LocalisedText> localised(String field, int longest) {
        return object(field).flatMap(inner -> {
            inner.require("nb", "nn", "en");
            var nb = inner.text("nb", longest);
            var nn = inner.text("nn", longest);
            var en = inner.text("en", longest);
            return nb.isPresent() && nn.isPresent() && en.isPresent()
                    ? Optional.of(new LocalisedText(nb.get(), nn.get(), en.get()))
                    : Optional.empty();
        });
    }

    /** An object within this one, whose faults are listed with this one's. */
    public Optional<BodyReader> object(String field) {
        return node(field).flatMap(node -> {
            if (!node.isObject()) {
                fault("body.not-an-object", field);
                return Optional.empty();
            }
            return Optional.of(inner(node, at(field)));
        });
    }

    /** A list of objects; an element that is none is a fault and left out. */
    @CanIgnoreReturnValue
    public <T> List<T> list(String field, int longest, Function<BodyReader, T> read) {
        return elements(field, longest, (node, where) -> element(node, where, read));
    }

    private <T> List<T> elements(String field, int longest, BiFunction<JsonNode, String, Optional<T>> read) {
        return node(field)
                .map(node -> {
                    if (!node.isArray()) {
                        fault("body.not-a-list", field);
                        return List.<T>of();
                    }
                    if (node.size() > longest) {
                        fault("body.too-many", field, "longest", longest);
                        return List.<T>of();
                    }
                    return IntStream.range(0, node.size())
                            .mapToObj(index -> read.apply(node.get(index), at(field) + "/" + index))
                            .flatMap(Optional::stream)
                            .toList();
                })
                .orElseGet(List::of);
    }

    /** A list of texts, each read with its own pointer; an element that is no text is a fault and left out. */
    public <T> List<T> texts(String field, int longest, BiFunction<String, String, T> read) {
        return elements(field, longest, (node, where) -> {
            if (!node.isTextual()) {
                found.add(BrokenRule.of("body.not-text", where));
                return Optional.empty();
            }
            if (isBlank(node)) {
                found.add(BrokenRule.of("body.blank", where));
                return Optional.empty();
            }
            return Optional.of(read.apply(node.textValue(), where));
        });
    }

    /** Where this object stands in the body. */
    public String pointer() {
        return pointer;
    }

    private <T> Optional<T> element(JsonNode node, String where, Function<BodyReader, T> read) {
        if (!node.isObject()) {
            found.add(BrokenRule.of("body.not-an-object", where));
            return Optional.empty();
        }
        return Optional.of(read.apply(inner(node, where)));
    }

    private BodyReader inner(JsonNode node, String where) {
        var reader = new BodyReader(node, where, found);
        nested.add(reader);
        return reader;
    }

    private Optional<JsonNode> node(String field) {
        asked.add(field);
        return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
    }

    private boolean within(String field, int year) {
        if (year >= 1900 && year <= 2199) {
            return true;
        }
        fault("body.not-a-year", field, "least", 1900, "most", 2199);
        return false;
    }

    private String at(String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static <T> Optional<T> attempt(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException notOfTheForm) {
            return Optional.empty();
        }
    }
}
