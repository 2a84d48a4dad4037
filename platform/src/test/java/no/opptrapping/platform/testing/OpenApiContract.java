package no.opptrapping.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The API document of a service as it is committed beside its pom, <code>openapi.yaml</code>: it must be what the running
 * service says. <code>-Dopenapi.update=true</code> writes it anew.
 */
public final class OpenApiContract {
    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

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
        var document = new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asString());
        assertThat(undescribed(document)).as("successes without a schema").isEmpty();
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
