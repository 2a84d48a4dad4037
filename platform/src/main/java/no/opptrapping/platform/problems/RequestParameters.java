package no.opptrapping.platform.problems;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a parameter of a request is called by those who send it: <code>query:limit</code>, <code>path:id</code>. */
final class RequestParameters {
    private RequestParameters() {}

    static Optional<String> pointer(Parameter parameter) {
        return pointer(parameter, parameter.getName());
    }

    /** The parameter with these annotations; empty text if they do not name one. */
    static String pointer(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .flatMap(annotation -> Optional.ofNullable(
                        switch (annotation) {
                            case QueryParam query -> "query:" + query.value();
                            case PathParam path -> "path:" + path.value();
                            case HeaderParam header -> "header:" + header.value();
                            default -> null;
                        })
                        .stream())
                .findFirst()
                .orElse("");
    }

    /** The field of a <code>@BeanParam</code> class. */
    static Optional<String> pointer(Class<?> beanParam, String field) {
        try {
            return pointer(beanParam.getDeclaredField(field), field);
        } catch (NoSuchFieldException notAField) {
            return Optional.empty();
        }
    }

    private static Optional<String> pointer(AnnotatedElement element, String name) {
        return Stream.of(
                        named("query:", element.getAnnotation(QueryParam.class), QueryParam::value, name),
                        named("path:", element.getAnnotation(PathParam.class), PathParam::value, name),
                        named("header:", element.getAnnotation(HeaderParam.class), HeaderParam::value, name),
                        named("query:", element.getAnnotation(RestQuery.class), RestQuery::value, name),
                        named("path:", element.getAnnotation(RestPath.class), RestPath::value, name),
                        named("header:", element.getAnnotation(RestHeader.class), RestHeader::value, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <A> Optional<String> named(
            String kind, @Nullable A annotation, Function<A, String> value, String name) {
        return Optional.ofNullable(annotation).map(value).map(given -> kind + (given.isEmpty() ? name : given));
    }
}
