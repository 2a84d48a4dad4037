package no.opptrapping.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * The examples of a service's API document, asked for: every operation with the examples of its parameters and of its
 * request, against the running service. The answer must have the status of the response that shows an example, and
 * hold what the example shows; it may hold more, and longer lists.
 */
public final class OpenApiExamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private OpenApiExamples() {}

    /**
     * Asks for every example.
     *
     * @param document the API document as JSON
     * @param caller a new request of somebody who may do everything
     * @param without the operations, by their id, that need no example
     * @return what is wrong: operations without an example and answers that are not as the document shows; one line each
     */
    public static List<String> replay(
            String document, Supplier<RequestSpecification> caller, Predicate<String> without) {
        var faults = new ArrayList<String>();
        parsed(document)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .filter(operation -> !without.test(
                                operation.getValue().path("operationId").asText()))
                        .forEach(operation -> new Example(path.getKey(), operation.getKey(), operation.getValue())
                                .fault(caller.get())
                                .ifPresent(
                                        fault -> faults.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                                + path.getKey() + ": " + fault))));
        return faults;
    }

    /** One operation as the document shows it. */
    private record Example(String path, String method, JsonNode operation) {
        Optional<String> fault(RequestSpecification request) {
            var address = path;
            for (var parameter : operation.path("parameters")) {
                var name = parameter.path("name").asText();
                var value = parameter.path("example");
                var in = parameter.path("in").asText();
                if (value.isMissingNode()) {
                    if (in.equals("path")) {
                        return Optional.of("no example of the parameter " + name);
                    }
                } else if (in.equals("path")) {
                    address = address.replace("{" + name + "}", value.asText());
                } else if (in.equals("query")) {
                    request.queryParam(name, value.asText());
                } else {
                    request.header(name, value.asText());
                }
            }
            if (operation.has("requestBody")) {
                var body = example(operation.path("requestBody"));
                if (body.isEmpty()) {
                    return Optional.of("no example of the request");
                }
                request.contentType("application/json").body(body.get().toString());
            }
            var shown = expected();
            return shown.isEmpty() ? Optional.of("no example of an answer") : compare(request, address, shown.get());
        }

        private Optional<String> compare(RequestSpecification request, String address, Shown shown) {
            var answer = request.request(method, address);
            if (answer.statusCode() != shown.status()) {
                return Optional.of(
                        "answered " + answer.statusCode() + " and not " + shown.status() + ": " + answer.asString());
            }
            return holds(parsed(answer.asString()), shown.body())
                    ? Optional.empty()
                    : Optional.of("the answer is not as shown: " + answer.asString());
        }

        private Optional<Shown> expected() {
            return operation.path("responses").properties().stream()
                    .flatMap(response -> example(response.getValue()).stream()
                            .map(body -> new Shown(Integer.parseInt(response.getKey()), body)))
                    .findFirst();
        }

        private static Optional<JsonNode> example(JsonNode holder) {
            var json = holder.path("content").path("application/json");
            if (json.has("example")) {
                return Optional.of(json.get("example"));
            }
            return StreamSupport.stream(json.path("examples").spliterator(), false)
                    .map(one -> one.path("value"))
                    .findFirst();
        }
    }

    private record Shown(int status, JsonNode body) {}

    /** Whether everything that is shown is there. */
    private static boolean holds(JsonNode answer, JsonNode shown) {
        if (shown.isObject()) {
            return shown.properties().stream().allMatch(field -> holds(answer.path(field.getKey()), field.getValue()));
        }
        if (shown.isArray()) {
            return StreamSupport.stream(shown.spliterator(), false)
                    .allMatch(wanted ->
                            StreamSupport.stream(answer.spliterator(), false).anyMatch(item -> holds(item, wanted)));
        }
        return shown.isNull() ? answer.isNull() || answer.isMissingNode() : shown.equals(answer);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(text, notJson);
        }
    }
}
