package no.opptrapping.platform.apidocument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * What the schemas of records say of <code>null</code>, taken from the records themselves: a component that may be null
 * may be null in JSON, and an answer has every one of its members.
 */
final class AnswerSchemas {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName INCLUSION = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

    private final Map<String, List<ClassInfo>> records;

    AnswerSchemas(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(AnswerSchemas::name));
    }

    private static String name(ClassInfo one) {
        return Optional.ofNullable(one.declaredAnnotation(NAMED))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(one::simpleName);
    }

    void complete(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        var asked = reached(document, AnswerSchemas::requests);
        var answered = reached(document, AnswerSchemas::answers);
        schemas.forEach((name, schema) -> {
            var properties = schema.getProperties();
            if (properties != null) {
                record(name, properties.keySet()).ifPresent(one -> {
                    nullable(one).forEach(property -> letBeNull(schema, property));
                    if (answered.contains(name) && !asked.contains(name)) {
                        schema.setRequired(properties.keySet().stream()
                                .filter(property -> isAlwaysThere(one, property))
                                .toList());
                    }
                });
            }
        });
    }

    /** The record with the name and these components; a name that several have is numbered in the document. */
    private Optional<ClassInfo> record(String name, Set<String> properties) {
        return Stream.of(name, name.replaceAll("[0-9]+$", ""))
                .flatMap(one -> records.getOrDefault(one, List.of()).stream())
                .filter(one -> one.recordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .collect(Collectors.toSet())
                        .equals(properties))
                .min(Comparator.comparing(one -> !one.name().packagePrefix().endsWith(".rest")));
    }

    private static boolean isAlwaysThere(ClassInfo one, String property) {
        var mayBeLeftOut = Objects.requireNonNull(one.field(property)).hasAnnotation(INCLUSION)
                || (one.hasDeclaredAnnotation(INCLUSION) && nullable(one).contains(property));
        return !mayBeLeftOut;
    }

    private static List<String> nullable(ClassInfo one) {
        return one.recordComponents().stream()
                .filter(component -> component.type().hasAnnotation(NULLABLE)
                        || component.type().name().equals(OPTIONAL))
                .map(RecordComponentInfo::name)
                .toList();
    }

    private static void letBeNull(Schema holder, String name) {
        var property = Objects.requireNonNull(holder.getProperties().get(name));
        if (property.getRef() != null) {
            holder.addProperty(
                    name,
                    OASFactory.createSchema()
                            .description(property.getDescription())
                            .addAnyOf(OASFactory.createSchema().ref(property.getRef()))
                            .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL)));
        } else if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
            property.addType(SchemaType.NULL);
            if (property.getEnumeration() != null) {
                var values = new ArrayList<>(property.getEnumeration());
                values.add(null);
                property.setEnumeration(values);
            }
        }
    }

    private static Stream<Content> requests(Operation operation) {
        return Optional.ofNullable(operation.getRequestBody()).stream()
                .flatMap(body -> Optional.ofNullable(body.getContent()).stream());
    }

    private static Stream<Content> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .flatMap(answer -> Optional.ofNullable(answer.getContent()).stream());
    }

    /** The names of the schemas that such bodies are made of, directly or through others. */
    private static Set<String> reached(OpenAPI document, Function<Operation, Stream<Content>> bodies) {
        var reached = new HashSet<String>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(bodies)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(type -> reach(document, type.getSchema(), reached));
        return reached;
    }

    private static void reach(OpenAPI document, @Nullable Schema schema, Set<String> reached) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (reached.add(name)) {
                reach(document, document.getComponents().getSchemas().get(name), reached);
            }
        }
        reach(document, schema.getItems(), reached);
        reach(document, schema.getAdditionalPropertiesSchema(), reached);
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .flatMap(list -> Optional.ofNullable(list).stream().flatMap(List::stream))
                .forEach(one -> reach(document, one, reached));
        Optional.ofNullable(schema.getProperties())
                .ifPresent(all -> all.values().forEach(one -> reach(document, one, reached)));
    }
}
