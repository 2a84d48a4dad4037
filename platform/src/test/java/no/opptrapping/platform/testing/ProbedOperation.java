package no.opptrapping.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One operation of an API document, asked for as somebody. */
record ProbedOperation(String path, String method, JsonNode description) {
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TOO_MANY = 429;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OF_THIS_CALL = Pattern.compile("\"(instance|traceId)\"\\s*:\\s*\"[^\"]*\"");

    /** An answer without what is of this call alone. */
    record Answer(int status, String type, String text) {
        @Override
        public String toString() {
            return status + (text.isBlank() ? "" : " " + text.strip());
        }
    }

    String id() {
        return description.path("operationId").asText();
    }

    boolean isRead() {
        return method.equals("get");
    }

    /** The same ids, but one of them does not exist; it looks like the one that does. */
    static Map<String, String> without(String parameter, Map<String, String> ids) {
        var other = new HashMap<>(ids);
        other.compute(parameter, (_, id) -> like(id));
        return other;
    }

    private static String like(String id) {
        if (id.length() == 36) {
            return UUID.nameUUIDFromBytes(("no " + id).getBytes(UTF_8)).toString();
        }
        return switch (id.length()) {
            case 2 -> "99";
            case 4 -> "9999";
            case 9 -> "974760673";
            default -> "no-such-one";
        };
    }

    Answer ask(Map<String, String> ids, AccessProbe.Thing thing, Map<String, String> headers) {
        var call = HttpRequest.newBuilder(address(ids, thing));
        headers.forEach(call::header);
        if (!isRead()) {
            call.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (StreamSupport.stream(description.path("parameters").spliterator(), false)
                .anyMatch(parameter -> parameter.path("name").asText().equals("If-Match"))) {
            // Nothing has come so far: access is passed, and nothing is changed.
            call.header("If-Match", "\"999999\"");
        }
        if (description.has("requestBody")) {
            call.header("Content-Type", mediaType());
            call.method(verb(), HttpRequest.BodyPublishers.ofString(body(thing, ids)));
        } else {
            call.method(verb(), HttpRequest.BodyPublishers.noBody());
        }
        return answer(call.build());
    }

    private String mediaType() {
        var content = description.path("requestBody").path("content");
        return content.has("application/json")
                ? "application/json"
                : content.fieldNames().next();
    }

    private String verb() {
        return method.toUpperCase(Locale.ROOT);
    }

    private URI address(Map<String, String> ids, AccessProbe.Thing thing) {
        var address = path;
        for (var id : ids.entrySet()) {
            address = address.replace("{" + id.getKey() + "}", id.getValue());
        }
        var query = query(thing).entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(
                RestAssured.baseURI + ":" + RestAssured.port + address + (query.isEmpty() ? "" : "?" + query));
    }

    private static Answer answer(HttpRequest call) {
        try {
            var answer = HTTP.send(call, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    OF_THIS_CALL.matcher(answer.body()).replaceAll("\"$1\":\"\""));
        } catch (IOException broken) {
            throw new UncheckedIOException(call.uri().toString(), broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    /** What the document shows of the parameters in the query, and what the thing is asked for with instead. */
    private Map<String, String> query(AccessProbe.Thing thing) {
        var query = new HashMap<String, String>();
        for (var parameter : description.path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("example").isValueNode()) {
                query.put(
                        parameter.path("name").asText(),
                        parameter.path("example").asText());
            }
        }
        query.putAll(thing.query());
        return query;
    }

    /** A body that names the thing names the one that is asked for. */
    private String body(AccessProbe.Thing thing, Map<String, String> ids) {
        var body = thing.body()
                .map(ProbedOperation::written)
                .or(this::example)
                .orElseThrow(() ->
                        new AssertionError(id() + " shows no example of its request: the test has to give it a body"));
        for (var parameter : ids.keySet()) {
            body = body.replace('"' + thing.ids().get(parameter) + '"', '"' + ids.get(parameter) + '"');
        }
        return body;
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    /** The first that the document shows. */
    private Optional<String> example() {
        var shown = description.path("requestBody").path("content").path("application/json");
        return shown.has("example")
                ? Optional.of(shown.path("example").toString())
                : shown.path("examples").properties().stream()
                        .map(one -> one.getValue().path("value").toString())
                        .findFirst();
    }
}
