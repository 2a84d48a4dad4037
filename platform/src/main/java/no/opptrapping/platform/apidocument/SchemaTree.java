package no.opptrapping.platform.apidocument;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** All schemas of an API document, wherever they stand. */
final class SchemaTree {
    private static final String PREFIX = "#/components/schemas/";

    private SchemaTree() {}

    /** Every schema, with those inside of it, and every place that refers to one. */
    static void forEach(OpenAPI document, Consumer<Schema> visit) {
        Stream.concat(outside(document), document.getComponents().getSchemas().values().stream())
                .forEach(schema -> within(schema, visit));
    }

    /** The name of what is referred to, if the schema refers to something. */
    static Optional<String> reference(Schema schema) {
        return Optional.ofNullable(schema.getRef()).map(ref -> ref.substring(ref.lastIndexOf('/') + 1));
    }

    static String reference(String name) {
        return PREFIX + name;
    }

    /** The names of all that is referred to from outside the named schemas, directly or through each other. */
    static Set<String> used(OpenAPI document) {
        return reachable(document, outside(document));
    }

    /** The names of all that can be part of a request's body. */
    static Set<String> asked(OpenAPI document) {
        return reachable(
                document,
                operations(document)
                        .flatMap(operation -> Stream.ofNullable(operation.getRequestBody()))
                        .flatMap(body -> ofContent(body.getContent())));
    }

    private static Set<String> reachable(OpenAPI document, Stream<Schema> from) {
        var found = new HashSet<String>();
        var waiting = new ArrayDeque<String>();
        Consumer<Schema> visit = schema -> reference(schema).filter(found::add).ifPresent(waiting::add);
        from.forEach(schema -> within(schema, visit));
        while (!waiting.isEmpty()) {
            Optional.ofNullable(document.getComponents().getSchemas().get(waiting.remove()))
                    .ifPresent(schema -> within(schema, visit));
        }
        return found;
    }

    private static void within(@Nullable Schema schema, Consumer<Schema> visit) {
        if (schema == null) {
            return;
        }
        visit.accept(schema);
        each(schema.getProperties()).forEach(one -> within(one, visit));
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(one -> within(one, visit));
        within(schema.getItems(), visit);
        within(schema.getAdditionalPropertiesSchema(), visit);
    }

    private static Stream<Schema> outside(OpenAPI document) {
        var components = document.getComponents();
        return Stream.of(
                        operations(document).flatMap(SchemaTree::ofOperation),
                        each(components.getResponses()).flatMap(SchemaTree::ofResponse),
                        each(components.getParameters()).flatMap(SchemaTree::ofParameter))
                .flatMap(schemas -> schemas);
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return Stream.ofNullable(document.getPaths())
                .flatMap(paths -> each(paths.getPathItems()))
                .flatMap(item -> item.getOperations().values().stream());
    }

    private static Stream<Schema> ofOperation(Operation operation) {
        return Stream.of(
                        Stream.ofNullable(operation.getParameters())
                                .flatMap(Collection::stream)
                                .flatMap(SchemaTree::ofParameter),
                        Stream.ofNullable(operation.getRequestBody()).flatMap(body -> ofContent(body.getContent())),
                        Stream.ofNullable(operation.getResponses())
                                .flatMap(answers -> each(answers.getAPIResponses()))
                                .flatMap(SchemaTree::ofResponse))
                .flatMap(schemas -> schemas);
    }

    private static Stream<Schema> ofParameter(Parameter parameter) {
        return Stream.ofNullable(parameter.getSchema());
    }

    private static Stream<Schema> ofResponse(APIResponse answer) {
        return Stream.concat(
                ofContent(answer.getContent()),
                each(answer.getHeaders()).map(Header::getSchema).filter(Objects::nonNull));
    }

    private static Stream<Schema> ofContent(@Nullable Content content) {
        return each(content == null ? null : content.getMediaTypes())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull);
    }

    private static <T> Stream<T> each(@Nullable Map<String, T> named) {
        return named == null ? Stream.of() : named.values().stream();
    }
}
