package no.opptrapping.platform.apidocument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Which schemas have a name, and which: dates, instants and ids say what they are where they stand, so that no client gets
 * a type {@code LocalDate} that clashes with its language's own; a page is named for what it is of.
 */
final class SchemaNames {
    private static final Set<String> SAID_IN_PLACE = Set.of("date", "date-time", "uuid");
    private static final String ANY_OBJECT = "JsonNode";
    private static final int MOST_MEMBERS = 100;
    private static final String PAGE = "Page";

    private SchemaNames() {}

    /** Puts dates, instants and ids where they are referred to, and what is passed on as the JSON object that it is. */
    static void inline(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        SchemaTree.forEach(
                document,
                schema -> SchemaTree.reference(schema)
                        .ifPresent(name -> Optional.ofNullable(schemas.get(name))
                                .map(whole -> name.equals(ANY_OBJECT) ? anyObject() : whole)
                                .filter(whole -> isSaidInPlace(whole) || name.equals(ANY_OBJECT))
                                .ifPresent(whole -> become(schema, whole))));
    }

    private static Schema anyObject() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema())
                .maxProperties(MOST_MEMBERS);
    }

    private static boolean isSaidInPlace(Schema schema) {
        return schema.getFormat() != null && SAID_IN_PLACE.contains(schema.getFormat());
    }

    private static void become(Schema place, Schema whole) {
        place.setRef(null);
        place.setType(new ArrayList<>(whole.getType()));
        place.setFormat(whole.getFormat());
        place.setMaxLength(whole.getMaxLength());
        place.setPattern(whole.getPattern());
        place.setAdditionalPropertiesSchema(whole.getAdditionalPropertiesSchema());
        place.setMaxProperties(whole.getMaxProperties());
    }

    /** Names pages for their items, and takes out what nothing refers to; last, when everything is there. */
    static void settle(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        var names = new HashMap<String, String>();
        schemas.forEach((name, schema) -> {
            if (name.startsWith(PAGE)) {
                item(schema).ifPresent(item -> names.put(name, item + PAGE));
            }
        });
        SchemaTree.forEach(
                document,
                schema -> SchemaTree.reference(schema)
                        .map(names::get)
                        .ifPresent(name -> schema.setRef(SchemaTree.reference(name))));
        var renamed = new TreeMap<String, Schema>();
        schemas.forEach((name, schema) -> renamed.put(names.getOrDefault(name, name), schema));
        document.getComponents().setSchemas(renamed);
        renamed.keySet().retainAll(SchemaTree.used(document));
        document.getComponents().setSchemas(renamed);
    }

    private static Optional<String> item(Schema page) {
        return Optional.ofNullable(page.getProperties())
                .map(properties -> properties.get("items"))
                .map(Schema::getItems)
                .flatMap(SchemaTree::reference);
    }
}
