package no.opptrapping.platform.apidocument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.opptrapping.platform.body.UsedBy;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * What is one of several things is described as that: a schema for each, told apart by a member. Read from the types: a
 * sealed interface with the names that Jackson writes, and a record with members that only some kinds use
 * ({@link UsedBy}).
 */
final class Unions {
    private static final String KIND = "kind";

    private final IndexView index;
    private final RecordMembers members;

    Unions(IndexView index, RecordMembers members) {
        this.index = index;
        this.members = members;
    }

    /** Divides every such schema; when its members are as they should be. */
    void divideIn(OpenAPI document) {
        var schemas = new TreeMap<>(document.getComponents().getSchemas());
        index.getAnnotations(JsonSubTypes.class).stream()
                .map(types -> types.target().asClass())
                .distinct()
                .filter(type -> schemas.containsKey(RecordMembers.name(type)))
                .forEach(type -> tellApart(type, schemas));
        Map.copyOf(schemas)
                .forEach((name, whole) ->
                        members.record(name, whole).ifPresent(one -> divide(name, whole, one, schemas)));
        document.getComponents().setSchemas(schemas);
    }

    private void tellApart(ClassInfo type, Map<String, Schema> schemas) {
        var member = type.declaredAnnotation(DotName.createSimple(JsonTypeInfo.class))
                .value("property")
                .asString();
        var variants = new LinkedHashMap<String, String>();
        for (var subtype : type.declaredAnnotation(DotName.createSimple(JsonSubTypes.class))
                .value()
                .asNestedArray()) {
            var kind = subtype.value("name").asString();
            var name = RecordMembers.name(
                    index.getClassByName(subtype.value().asClass().name()));
            var variant = Objects.requireNonNull(schemas.get(name), name);
            var properties = new LinkedHashMap<String, Schema>();
            properties.put(member, only(List.of(kind)));
            properties.putAll(variant.getProperties());
            variant.setProperties(properties);
            variant.setRequired(Stream.concat(
                            Stream.of(member),
                            Stream.ofNullable(variant.getRequired()).flatMap(List::stream))
                    .toList());
            variants.put(kind, name);
        }
        schemas.compute(
                RecordMembers.name(type),
                (_, whole) -> union(member, variants).description(whole == null ? null : whole.getDescription()));
    }

    private static void divide(String name, Schema whole, ClassInfo one, Map<String, Schema> schemas) {
        var users = users(one);
        if (users.isEmpty()) {
            return;
        }
        var variants = new LinkedHashMap<String, String>();
        var kinds = kinds(whole, schemas);
        if (!users.values().stream().allMatch(kinds::containsAll)) {
            throw new IllegalStateException("Of " + kinds + ", " + name + " has members of others: " + users);
        }
        var others = kinds.stream()
                .filter(kind -> users.values().stream().noneMatch(of -> of.contains(kind)))
                .toList();
        for (var kind : kinds) {
            if (!others.contains(kind)) {
                var variant = capitalised(kind) + name;
                schemas.put(variant, variant(whole, List.of(kind), users));
                variants.put(kind, variant);
            } else {
                var variant = "Other" + name;
                schemas.computeIfAbsent(variant, _ -> variant(whole, others, users));
                variants.put(kind, variant);
            }
        }
        schemas.put(name, union(KIND, variants).description(whole.getDescription()));
    }

    private static List<String> kinds(Schema whole, Map<String, Schema> schemas) {
        var kind = Objects.requireNonNull(whole.getProperties().get(KIND));
        return SchemaTree.reference(kind)
                .map(schemas::get)
                .or(() -> Optional.of(kind))
                .map(Schema::getEnumeration)
                .orElseThrow(() -> new IllegalStateException("A kind that is none of a few: " + whole))
                .stream()
                .map(String::valueOf)
                .toList();
    }

    /** The kinds that use a member, of the members that not all use. */
    private static Map<String, List<String>> users(ClassInfo one) {
        var users = new LinkedHashMap<String, List<String>>();
        RecordMembers.members(one)
                .forEach((name, component) -> Optional.ofNullable(
                                component.annotation(DotName.createSimple(UsedBy.class)))
                        .map(AnnotationInstance::value)
                        .ifPresent(kinds -> users.put(name, List.of(kinds.asStringArray()))));
        return users;
    }

    private static Schema variant(Schema whole, List<String> kinds, Map<String, List<String>> users) {
        var variant = OASFactory.createSchema().addType(SchemaType.OBJECT);
        var required = new LinkedHashSet<>(List.of(KIND));
        whole.getProperties().forEach((name, property) -> {
            var of = users.get(name);
            if (name.equals(KIND)) {
                variant.addProperty(KIND, only(kinds).description(property.getDescription()));
            } else if (of == null || kinds.stream().allMatch(of::contains)) {
                variant.addProperty(name, property);
                if (Optional.ofNullable(whole.getRequired()).orElse(List.of()).contains(name)) {
                    required.add(name);
                }
            }
        });
        return variant.required(List.copyOf(required));
    }

    private static Schema union(String member, Map<String, String> variants) {
        var union = OASFactory.createSchema();
        var discriminator = OASFactory.createDiscriminator().propertyName(member);
        variants.values().stream()
                .distinct()
                .forEach(variant -> union.addOneOf(OASFactory.createSchema().ref(variant)));
        variants.forEach((kind, variant) -> discriminator.addMapping(kind, SchemaTree.reference(variant)));
        return union.discriminator(discriminator);
    }

    private static Schema only(List<String> values) {
        return OASFactory.createSchema().addType(SchemaType.STRING).enumeration(List.copyOf(values));
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
