package no.opptrapping.platform.problems;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import no.opptrapping.platform.values.WrittenDates;
import no.opptrapping.platform.values.WrittenText;
import org.jspecify.annotations.Nullable;

/**
 * Reads query and header parameters, so that one that is not of its form, or blank, is named in the answer (400). A path
 * parameter that is not of its form names nothing that exists (404). An id is a record of one UUID.
 */
@Provider
class ParameterForms implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, ?>> FORMS = Map.ofEntries(
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(long.class, Long::valueOf),
            Map.entry(Boolean.class, ParameterForms::truth),
            Map.entry(boolean.class, ParameterForms::truth),
            Map.entry(String.class, text -> text),
            Map.entry(UUID.class, WrittenDates::uuid),
            Map.entry(LocalDate.class, WrittenDates::date),
            Map.entry(Instant.class, WrittenDates::instant),
            Map.entry(OffsetDateTime.class, WrittenDates::time),
            Map.entry(Year.class, ParameterForms::year),
            Map.entry(MunicipalityNumber.class, MunicipalityNumber::new),
            Map.entry(OrganisationNumber.class, OrganisationNumber::written));

    /** An enum has the same words in an address as in a body. */
    private static final JsonMapper WORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    @Override
    @SuppressWarnings("unchecked") // the map's key is the type that its function makes
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var form = isId(type)
                ? ParameterForms.<T>id(type)
                : type.isEnum()
                        ? (Function<String, T>) text -> WORDS.convertValue(text, type)
                        : (Function<String, T>) FORMS.get(type);
        return form == null ? null : new Form<>(form, RequestParameters.pointer(annotations));
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    private static <T> Function<String, T> id(Class<T> type) {
        try {
            var ofUuid = type.getConstructor(UUID.class);
            return text -> made(ofUuid, WrittenDates.uuid(text));
        } catch (NoSuchMethodException hidden) {
            throw new IllegalStateException("An id in an address is public: " + type, hidden);
        }
    }

    private static <T> T made(Constructor<T> id, UUID value) {
        try {
            return id.newInstance(value);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("A public id takes any UUID: " + id, impossible);
        }
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Neither true nor false");
        };
    }

    private static Year year(String text) {
        if (!text.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("Not a year");
        }
        return Year.from(WrittenDates.date(text + "-01-01"));
    }

    private record Form<T>(Function<String, T> reader, String pointer) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            if (WrittenText.isBlank(text) && !pointer.startsWith("header:")) {
                throw new BadInput(BrokenRule.of("validation.blank-parameter", pointer));
            }
            try {
                return reader.apply(text);
            } catch (RuntimeException notOfItsForm) {
                throw new BadInput(BrokenRule.of("validation.bad-parameter", pointer));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
