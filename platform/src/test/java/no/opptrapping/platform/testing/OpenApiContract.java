package no.opptrapping.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The API document of a service as it is committed beside its pom, <code>openapi.yaml</code>: it must be what the running
 * service says. <code>-Dopenapi.update=true</code> writes it anew.
 */
public final class OpenApiContract {
    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path DESCRIPTIONS = Path.of("src/main/resources/apidocument/descriptions.properties");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private static final byte[] NOTHING = {'{', '}'};

    private OpenApiContract() {}

    /** Compares with the service that the surrounding <code>@QuarkusTest</code> runs. */
    public static void committedDocumentIsCurrent() throws IOException {
        var current = given().queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, current);
        }
        assertThat(COMMITTED)
                .as("openapi.yaml is stale: run this test with -Dopenapi.update=true and commit the file")
                .exists()
                .content()
                .isEqualTo(current);
    }

    /** Every operation says what a success is answered with: a client is written from the document alone. */
    public static void everySuccessIsDescribed() throws IOException {
        var document = document();
        assertThat(undescribed(document)).as("successes without a schema").isEmpty();
    }

    /** Every schema has a name of ours that says what it is, and every operation an id of its own. */
    public static void everythingHasANameOfItsOwn() throws IOException {
        var document = document();
        assertThat(OpenApiSchemas.badNames(document))
                .as("schemas that are to be named with @Schema(name = ...)")
                .isEmpty();
        assertThat(OpenApiSchemas.sharedIds(document))
                .as("ids of several operations")
                .isEmpty();
    }

    /** Everything whose type does not say its unit, range and rule says it in words. */
    public static void everyFigureIsDescribed() throws IOException {
        var document = document();
        assertThat(OpenApiSchemas.undescribed(document))
                .as("properties for @Schema(description = ...) or apidocument/descriptions.properties")
                .isEmpty();
        var words = new Properties();
        try (var file = Files.newBufferedReader(DESCRIPTIONS)) {
            words.load(file);
        }
        assertThat(OpenApiSchemas.idleWords(document, words.stringPropertyNames()))
                .as("what " + DESCRIPTIONS + " describes and is not there")
                .isEmpty();
    }

    /** Whoever sends a body finds one in the document to begin with, of the schema that it names. */
    public static void everyBodyHasAnExample() throws IOException {
        var document = document();
        assertThat(OpenApiSchemas.withoutRequest(document))
                .as("operations for examples/<operationId>.json")
                .isEmpty();
        assertThat(OpenApiSchemas.unfitRequests(document))
                .as("examples that their schemas refuse")
                .isEmpty();
    }

    /** An operation that is asked for a format that it does not make says so, whoever asks. */
    public static void unknownFormatsAreRefused() throws IOException {
        assertThat(answers((operation, request) -> operation
                        .path("requestBody")
                        .path("content")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .map(type -> request.contentType(type).body(NOTHING))
                        .orElse(request)
                        .accept("application/x-not-made")))
                .as("what is answered to an Accept that nothing fits")
                .isNotEmpty()
                // Where an address has an operation for each format, who is calling is asked first.
                .allSatisfy(answer -> assertThat(answer).matches(".* 40[16] application/problem\\+json"));
    }

    /** An operation that is sent a format that it does not document says so, also one that looks like JSON. */
    public static void unknownContentTypesAreRefused() throws IOException {
        for (var type : List.of("application/x-not-read", "application/vnd.other+json", "text/json")) {
            assertThat(answers((operation, request) -> operation.has("requestBody")
                            ? request.contentType(type).body(NOTHING)
                            : null))
                    .as("what is answered to a body of type " + type)
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer).endsWith(" 415 application/problem+json"));
        }
    }

    /** Whoever reads at an address that nothing can stand at is answered with a status that the document names. */
    public static void malformedAddressesAreAnsweredAsDeclared() throws IOException {
        var document = document();
        var addressed = document.path("paths").properties().stream()
                .filter(path -> path.getKey().contains("{") && path.getValue().has("get"))
                .toList();
        assertThat(addressed).isNotEmpty();
        for (var malformed : List.of("x", "50", "a~b", "12345678901234567890")) {
            assertThat(addressed).allSatisfy(path -> {
                var address = path.getKey().replaceAll("\\{[^}]*}", malformed);
                var status = given().get(address).statusCode();
                assertThat(path.getValue().path("get").path("responses").has(Integer.toString(status)))
                        .as(address + " is answered with " + status + ", as is declared")
                        .isTrue();
            });
        }
    }

    /** What every operation answers to the request; it is left alone if there is none for it. */
    private static List<String> answers(BiFunction<JsonNode, RequestSpecification, @Nullable RequestSpecification> made)
            throws IOException {
        var document = document();
        var answers = new ArrayList<String>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var request = METHODS.contains(operation.getKey()) ? made.apply(operation.getValue(), given()) : null;
                if (request != null) {
                    var address = path.getKey().replaceAll("\\{[^}]*}", "0301");
                    var answer = request.request(operation.getKey().toUpperCase(Locale.ROOT), address);
                    answers.add(operation.getKey() + " " + path.getKey() + " " + answer.statusCode() + " "
                            + answer.contentType());
                }
            }
        }
        return answers;
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asString());
    }

    static List<String> undescribed(JsonNode document) {
        var found = new ArrayList<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operation.getValue().path("responses").properties().stream()
                                .filter(answer -> answer.getKey().startsWith("2")
                                        && !answer.getKey().equals("204"))
                                .filter(answer ->
                                        isUndescribed(answer.getValue().path("content")))
                                .forEach(answer ->
                                        found.add(operation.getKey() + " " + path.getKey() + " " + answer.getKey()))));
        return found;
    }

    private static boolean isUndescribed(JsonNode content) {
        return content.isEmpty()
                || content.properties().stream()
                        .anyMatch(type -> type.getValue().path("schema").isEmpty());
    }
}
