package no.opptrapping.platform.apidocument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Which members of JSON may be <code>null</code>: those whose component of the record may be, by its type. The scanner of
 * schemas does not see that by itself.
 */
final class NullableMembers {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final Map<String, List<ClassInfo>> records;

    NullableMembers(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(NullableMembers::name));
    }

    private static String name(ClassInfo one) {
        return Optional.ofNullable(one.declaredAnnotation(NAMED))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(one::simpleName);
    }

    void declareIn(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            var properties = schema.getProperties();
            if (properties != null) {
                record(name, properties.keySet())
                        .ifPresent(one -> nullable(one).forEach(property -> letBeNull(schema, property)));
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
}
