package no.opptrapping.platform.apidocument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Examples that a service keeps beside its code, <code>examples/&lt;operationId&gt;.json</code>: an object with the members
 * <code>parameters</code> (by name), <code>request</code> and <code>answer</code>, none of which has to be there.
 */
final class ExampleFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExampleFiles() {}

    static void addTo(Operation operation) {
        example(operation.getOperationId()).ifPresent(example -> {
            Optional.ofNullable(operation.getParameters())
                    .ifPresent(all -> all.stream()
                            .filter(parameter -> example.path("parameters").has(String.valueOf(parameter.getName())))
                            .forEach(parameter -> parameter.setExample(
                                    value(example.path("parameters").path(parameter.getName())))));
            if (operation.getRequestBody() != null) {
                add(operation.getRequestBody().getContent(), example.path("request"));
            }
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    add(response.getContent(), example.path("answer"));
                }
            });
        });
    }

    private static void add(Content content, JsonNode example) {
        if (content != null && !example.isMissingNode()) {
            content.getMediaTypes().forEach((name, type) -> {
                if (name.contains("json")) {
                    type.setExample(value(example));
                }
            });
        }
    }

    private static Object value(JsonNode json) {
        return JSON.convertValue(json, Object.class);
    }

    private static Optional<JsonNode> example(String operationId) {
        var name = "examples/" + operationId + ".json";
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(JSON.readTree(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
