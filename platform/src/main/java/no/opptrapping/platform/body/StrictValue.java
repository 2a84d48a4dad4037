package no.opptrapping.platform.body;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import no.opptrapping.platform.values.WrittenDates;
import no.opptrapping.platform.values.WrittenText;
import org.jspecify.annotations.Nullable;

/** What values a body may hold, more strictly than Jackson reads them, and what is said where one is something else. */
final class StrictValue {
    /** The largest amount that is taken, either way: far above the state budget, and sums of it cannot overflow. */
    static final long LARGEST_AMOUNT = 10_000_000_000_000L;

    private static final Map<Class<?>, Function<String, Object>> FORMS = Map.of(
            LocalDate.class, WrittenDates::date,
            OffsetDateTime.class, WrittenDates::time,
            Instant.class, text -> WrittenDates.instant(text).truncatedTo(ChronoUnit.MICROS),
            UUID.class, WrittenDates::uuid);

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            String.class, "body.not-text",
            LocalDate.class, "body.not-a-date",
            OffsetDateTime.class, "body.not-a-time",
            Instant.class, "body.not-a-time",
            UUID.class, "body.not-an-id",
            MunicipalityNumber.class, "body.not-a-municipality-number",
            OrganisationNumber.class, "body.not-an-organisation-number",
            boolean.class, "body.not-true-or-false",
            Boolean.class, "body.not-true-or-false");

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, Kroner.class, BigInteger.class, BigDecimal.class);

    private static final ClassValue<Boolean> ONE_WORD = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
                    .anyMatch(member -> member.isAnnotationPresent(JsonValue.class));
        }
    };

    private StrictValue() {}

    /** Whether values of the type are read here. */
    static boolean isFor(Class<?> type) {
        return FORMS.containsKey(type);
    }

    static Object read(Class<?> type, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new Unfit(expected(type, parser.currentToken(), parser));
        }
        try {
            return FORMS.getOrDefault(type, text -> text).apply(WrittenText.stripped(parser.getText()));
        } catch (WrittenDates.FarAway year) {
            throw new Unfit(BrokenRule.of(
                    "body.not-a-year", "", "least", WrittenDates.FIRST_YEAR, "most", WrittenDates.LAST_YEAR));
        } catch (RuntimeException notOfTheForm) {
            throw new Unfit(expected(type, JsonToken.VALUE_STRING, parser));
        }
    }

    /** Refuses an amount that nobody can mean. */
    static void check(@Nullable Object value) throws Unfit {
        if (value instanceof Kroner(long amount) && (amount > LARGEST_AMOUNT || amount < -LARGEST_AMOUNT)) {
            throw new Unfit(BrokenRule.of("body.out-of-range", "", "least", -LARGEST_AMOUNT, "most", LARGEST_AMOUNT));
        }
    }

    /** What belongs where a value of the type is asked for and something else was found. */
    static BrokenRule expected(Class<?> type, JsonToken found, JsonParser parser) throws IOException {
        if (EXPECTED.containsKey(type)) {
            return BrokenRule.of(EXPECTED.get(type), "");
        }
        if (type.isEnum()) {
            return found == JsonToken.VALUE_STRING
                    ? BrokenRule.of(
                            "body.unknown-code",
                            "",
                            "value",
                            CollectedValue.shortened(parser.getText()),
                            "allowed",
                            codes(type, parser))
                    : BrokenRule.of("body.not-text", "");
        }
        if (WHOLE.contains(type)) {
            return whole(type, found);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return BrokenRule.of("body.not-a-list", "");
        }
        return BrokenRule.of(
                found == JsonToken.START_OBJECT || found == JsonToken.END_OBJECT || isOneWord(type)
                        ? "body.wrong-value"
                        : "body.not-an-object",
                "");
    }

    private static BrokenRule whole(Class<?> type, JsonToken found) {
        return switch (found) {
            case VALUE_NUMBER_FLOAT -> BrokenRule.of("body.not-whole", "");
            case VALUE_NUMBER_INT -> {
                var isShort = type == int.class || type == Integer.class;
                yield BrokenRule.of(
                        "body.out-of-range",
                        "",
                        "least",
                        isShort ? Integer.MIN_VALUE : Long.MIN_VALUE,
                        "most",
                        isShort ? Integer.MAX_VALUE : Long.MAX_VALUE);
            }
            default -> BrokenRule.of("body.not-a-number", "");
        };
    }

    /** Whether the type is one word or number in JSON, and no object. */
    static boolean isOneWord(Class<?> type) {
        return ONE_WORD.get(type);
    }

    /** The words that an enum has in JSON. */
    private static String codes(Class<?> type, JsonParser parser) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> parser.getCodec() instanceof ObjectMapper mapper
                        ? mapper.convertValue(one, String.class)
                        : one.toString())
                .collect(Collectors.joining(", "));
    }

    /** A value that is not of its form. */
    static final class Unfit extends IOException {
        private static final long serialVersionUID = 1;

        private final transient BrokenRule rule;

        Unfit(BrokenRule rule) {
            super(rule.code());
            this.rule = rule;
        }

        BrokenRule rule() {
            return rule;
        }
    }
}
