package no.opptrapping.platform.apidocument;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.platform.body.UsedBy;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Which members of JSON may be <code>null</code> and which are always there, by the types of the record's components. The
 * scanner of schemas does not see that by itself.
 */
final class RecordMembers {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private static final Set<DotName> COLLECTIONS =
            Set.of(DotName.createSimple(List.class), DotName.createSimple(Map.class));

    /** What is written when it is nothing is always there when it cannot be nothing. */
    private static final Set<String> LEFT_OUT_ONLY_AS_NULL = Set.of("ALWAYS", "USE_DEFAULTS", "NON_NULL");

    private final Map<String, List<ClassInfo>> records;

    RecordMembers(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(RecordMembers::name));
    }

    /** The name of a type's schema. */
    static String name(ClassInfo one) {
        return Optional.ofNullable(one.declaredAnnotation(NAMED))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(one::simpleName);
    }

    void declareIn(OpenAPI document) {
        var asked = SchemaTree.asked(document);
        document.getComponents()
                .getSchemas()
                .forEach((name, schema) -> record(name, schema)
                        .ifPresent(one -> members(one)
                                .forEach((member, component) ->
                                        declare(schema, member, one, component, asked.contains(name)))));
    }

    /** The record that a schema describes, if it describes one. */
    Optional<ClassInfo> record(String name, Schema schema) {
        var properties = schema.getProperties();
        return properties == null
                ? Optional.empty()
                : records.getOrDefault(name, List.of()).stream()
                        .filter(one ->
                                properties.keySet().containsAll(members(one).keySet()))
                        .min(Comparator.<ClassInfo>comparingInt(
                                        one -> properties.size() - members(one).size())
                                .thenComparing(
                                        one -> !one.name().packagePrefix().endsWith(".rest")));
    }

    /** The components of a record by their names in JSON. */
    static Map<String, RecordComponentInfo> members(ClassInfo one) {
        var members = new LinkedHashMap<String, RecordComponentInfo>();
        for (var component : one.recordComponentsInDeclarationOrder()) {
            var name = annotation(one, component, JsonProperty.class)
                    .map(AnnotationInstance::value)
                    .map(AnnotationValue::asString)
                    .filter(given -> !given.isEmpty())
                    .orElse(component.name());
            members.put(name, component);
        }
        return members;
    }

    private static Optional<AnnotationInstance> annotation(
            ClassInfo one, RecordComponentInfo component, Class<?> annotation) {
        return Optional.of(one.field(component.name()))
                .map(field -> field.annotation(DotName.createSimple(annotation)));
    }

    private static void declare(
            Schema schema, String member, ClassInfo one, RecordComponentInfo component, boolean asked) {
        if (!schema.getProperties().containsKey(member)) {
            return;
        }
        var needed = Optional.ofNullable(component.annotation(DotName.createSimple(UsedBy.class)))
                .map(used -> used.value("needed"))
                .filter(AnnotationValue::asBoolean)
                .isPresent();
        if (!needed && isNullable(component)) {
            letBeNull(schema, member);
        } else if (needed || isAlwaysThere(one, component, asked)) {
            var required =
                    new HashSet<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
            required.add(member);
            schema.setRequired(schema.getProperties().keySet().stream()
                    .filter(required::contains)
                    .toList());
        }
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE)
                || component.type().name().equals(OPTIONAL);
    }

    /** A number or a truth that is not sent is read as zero or false, and a form may read a list as an empty one. */
    private static boolean isAlwaysThere(ClassInfo one, RecordComponentInfo component, boolean asked) {
        var included = annotation(one, component, JsonInclude.class)
                .or(() -> Optional.ofNullable(one.declaredAnnotation(DotName.createSimple(JsonInclude.class))))
                .map(AnnotationInstance::value)
                .map(AnnotationValue::asEnum)
                .orElse("ALWAYS");
        return LEFT_OUT_ONLY_AS_NULL.contains(included)
                && !(asked
                        && (component.type().kind() == Type.Kind.PRIMITIVE
                                || COLLECTIONS.contains(component.type().name())));
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
