package no.opptrapping.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a stranger needs of the schemas of an API document: names of ours, descriptions, and examples to begin with. */
final class OpenApiSchemas {
    /** Types of languages and their libraries, which a generated class must not hide. */
    private static final Set<String> OF_LANGUAGES = Set.of(
            "Array",
            "Boolean",
            "Class",
            "Date",
            "Duration",
            "Enum",
            "Error",
            "Event",
            "Function",
            "Instant",
            "Integer",
            "Iterator",
            "JsonNode",
            "List",
            "LocalDate",
            "Long",
            "Map",
            "Module",
            "Number",
            "Object",
            "OffsetDateTime",
            "Option",
            "Optional",
            "Package",
            "Process",
            "Promise",
            "Proxy",
            "Record",
            "Request",
            "Response",
            "Set",
            "String",
            "Symbol",
            "Thread",
            "Type",
            "UUID",
            "Void",
            "Year");
    /** Words that say nothing without what they are of. */
    private static final Set<String> OF_NOTHING = Set.of(
            "Account",
            "Act",
            "Answer",
            "Answers",
            "Axis",
            "Balance",
            "Before",
            "Budget",
            "Category",
            "Change",
            "Classes",
            "Contact",
            "Counts",
            "Criterion",
            "Data",
            "Doubt",
            "Element",
            "Entry",
            "Group",
            "Identity",
            "Indices",
            "Info",
            "Item",
            "Kind",
            "Key",
            "Line",
            "Measure",
            "Money",
            "Name",
            "Need",
            "Origin",
            "Page",
            "Part",
            "Question",
            "Reason",
            "Recipient",
            "Relative",
            "Reported",
            "Reporting",
            "Result",
            "Row",
            "Section",
            "Side",
            "Size",
            "State",
            "Status",
            "Step",
            "Table",
            "Units",
            "Value",
            "Values",
            "WaitsFor",
            "Warning",
            "Weight",
            "What");
    /** How a Java class is called, or numbered by the generator because two have the same name. */
    private static final String OF_JAVA = ".*([0-9]|Response|Entity|View|Dto)$|Page[A-Z].*";

    private static final String ID = "https://opptrapping.no/document";
    private static final String BODY = "/requestBody/content/application~1json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private OpenApiSchemas() {}

    /** The names of schemas that clash with a language's own, say nothing, or are those of Java classes. */
    static List<String> badNames(JsonNode document) {
        return schemas(document)
                .map(Map.Entry::getKey)
                .filter(name -> OF_LANGUAGES.contains(name) || OF_NOTHING.contains(name) || name.matches(OF_JAVA))
                .toList();
    }

    /** The ids that several operations have. */
    static List<String> sharedIds(JsonNode document) {
        return operations(document)
                .collect(Collectors.groupingBy(
                        operation -> operation.path("operationId").asText(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(id -> id.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The operations with a body of JSON that show no example of it. */
    static List<String> withoutRequest(JsonNode document) {
        return operations(document)
                .filter(operation -> {
                    var body = operation.path("requestBody").path("content").path("application/json");
                    return !body.isMissingNode() && !body.has("example") && !body.has("examples");
                })
                .map(operation -> operation.path("operationId").asText())
                .toList();
    }

    /** What is wrong with the examples of bodies, by the schemas that stand beside them. */
    static List<String> unfitRequests(JsonNode document) {
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, document.toString())));
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .flatMap(operation -> {
                            var at = "/paths/" + path.getKey().replace("/", "~1") + "/" + operation.getKey() + BODY;
                            return examples(document.at(at))
                                    .flatMap(
                                            example -> registry
                                                    .getSchema(SchemaLocation.of(ID + "#" + at + "/schema"))
                                                    .validate(example)
                                                    .stream())
                                    .map(fault -> operation
                                                    .getValue()
                                                    .path("operationId")
                                                    .asText() + ": " + fault);
                        }))
                .toList();
    }

    private static Stream<JsonNode> examples(JsonNode body) {
        return Stream.concat(
                Stream.of(body.path("example")).filter(example -> !example.isMissingNode()),
                body.path("examples").valueStream().map(example -> example.path("value")));
    }

    /**
     * The numbers, truths, dates and codes that nothing says what they are: neither where they stand nor, by what they
     * refer to, for all places. One code alone says what it is.
     */
    static List<String> undescribed(JsonNode document) {
        var found = new ArrayList<String>();
        schemas(document)
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> {
                            if (!isDescribed(property.getValue(), document)
                                    && needsWords(property.getValue(), document)) {
                                found.add(schema.getKey() + "." + property.getKey());
                            }
                        }));
        return found;
    }

    /**
     * The keys of a service's descriptions that nothing in the document has: a schema, a property of one, or a property of
     * any. A schema that is divided by kind lends its name to its parts.
     */
    static List<String> idleWords(JsonNode document, Set<String> keys) {
        var known = new HashSet<String>();
        schemas(document).forEach(schema -> {
            known.add(schema.getKey());
            schema.getValue().path("properties").properties().forEach(property -> {
                known.add(property.getKey());
                known.add(schema.getKey() + "." + property.getKey());
            });
        });
        return keys.stream()
                .filter(key -> !known.contains(key))
                .filter(key -> !key.contains(".") || known.stream().noneMatch(name -> name.endsWith(key)))
                .sorted()
                .toList();
    }

    private static boolean isDescribed(JsonNode property, JsonNode document) {
        return parts(property, document).anyMatch(part -> part.has("description"));
    }

    private static boolean needsWords(JsonNode property, JsonNode document) {
        return parts(property, document).anyMatch(part -> {
            var types = part.path("type").toString();
            return types.contains("integer")
                    || types.contains("number")
                    || types.contains("boolean")
                    || part.path("format").asText().startsWith("date")
                    || part.path("enum")
                                    .valueStream()
                                    .filter(code -> !code.isNull())
                                    .count()
                            > 1;
        });
    }

    /** The property, and what it may be, is a list of, or refers to. */
    private static Stream<JsonNode> parts(JsonNode property, JsonNode document) {
        return Stream.of(
                        Stream.of(property),
                        property.path("anyOf").valueStream(),
                        Stream.of(property.path("items"), property.path("additionalProperties")))
                .flatMap(parts -> parts)
                .flatMap(part -> part.has("$ref")
                        ? Stream.of(part, document.at(part.path("$ref").asText().substring(1)))
                        : Stream.of(part));
    }

    private static Stream<Map.Entry<String, JsonNode>> schemas(JsonNode document) {
        return document.path("components").path("schemas").propertyStream();
    }

    private static Stream<JsonNode> operations(JsonNode document) {
        return document.path("paths")
                .valueStream()
                .flatMap(JsonNode::propertyStream)
                .filter(operation -> METHODS.contains(operation.getKey()))
                .map(Map.Entry::getValue);
    }
}
