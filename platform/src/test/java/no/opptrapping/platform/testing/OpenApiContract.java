package no.opptrapping.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The API document of a service as it is committed beside its pom, <code>openapi.yaml</code>: it must be what the running
 * service says. <code>-Dopenapi.update=true</code> writes it anew.
 */
public final class OpenApiContract {
    private static final Path COMMITTED = Path.of("openapi.yaml");

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
}
