package no.opptrapping.municipality.registry.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.RejectedBody;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of an address. Here they are what is asked about, so that one that is no number at all is told as
 * such (422), and not as one that nobody has (404).
 */
@Provider
@Priority(Priorities.USER - 1)
class NumberForms implements ParamConverterProvider {
    /** How a number is read, and what is said of a text that is none. */
    private record Form<T>(Function<String, Optional<T>> parse, String code) {}

    private static final Map<Class<?>, Form<?>> FORMS = Map.of(
            MunicipalityNumber.class, new Form<>(MunicipalityNumber::parse, "municipality.bad-number"),
            OrganisationNumber.class, new Form<>(OrganisationNumber::parse, "municipality.bad-organisation-number"));

    @Override
    @SuppressWarnings("unchecked") // the map's key is the type that its form makes
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var form = (Form<T>) FORMS.get(type);
        return form == null
                ? null
                : Arrays.stream(annotations)
                        .flatMap(annotation -> annotation instanceof PathParam path
                                ? Optional.of(path.value()).stream()
                                : Optional.<String>empty().stream())
                        .findFirst()
                        .map(name -> new InAddress<>(form, name))
                        .orElse(null);
    }

    private record InAddress<T>(Form<T> form, String name) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return form.parse()
                    .apply(text)
                    .orElseThrow(() -> new RejectedBody(List.of(BrokenRule.of(form.code(), "path:" + name)), false));
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
