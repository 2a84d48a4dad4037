package no.opptrapping.platform.apidocument;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What properties mean where their component does not say it: by schema and name, else by the name alone, as
 * <code>apidocument/descriptions.properties</code> of a service and then <code>apidocument/shared.properties</code> say.
 * A schema is described under its own name.
 */
final class Descriptions {
    private final Properties words = new Properties();

    Descriptions() {
        read("shared");
        read("descriptions");
    }

    private void read(String name) {
        try (var file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("apidocument/" + name + ".properties")) {
            if (file != null) {
                words.load(new InputStreamReader(file, UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    void describeIn(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        schemas.forEach((name, schema) -> describe(schema, name));
        schemas.forEach((name, schema) -> Optional.ofNullable(schema.getProperties())
                .ifPresent(properties -> properties.forEach((member, property) -> {
                    describe(property, name + "." + member);
                    describe(property, member);
                })));
    }

    private void describe(Schema schema, String key) {
        if (schema.getDescription() == null && words.containsKey(key)) {
            schema.setDescription(words.getProperty(key));
        }
    }
}
