package no.opptrapping.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One operation as an API document shows it, to be asked for with its examples. */
record ShownOperation(String path, String method, JsonNode description, List<JsonNode> parameters) {
    private static final String KEY = "Idempotency-Key";

    /** An example of a request or an answer; without a name where the document gives it none. */
    private record Shown(String name, String status, String mediaType, JsonNode value) {
        boolean isJson() {
            return mediaType.contains("json");
        }
    }

    String id() {
        return description.path("operationId").asText();
    }

    /** What is wrong with the examples and with what is answered to them. */
    List<String> faults(Supplier<RequestSpecification> caller, MadeUpValues madeUp) {
        var faults = new ArrayList<>(missing());
        if (!faults.isEmpty()) {
            return faults;
        }
        var never = new ArrayList<>(answers());
        for (var request : requests()) {
            var answers = answersTo(request);
            if (answers.isEmpty()) {
                faults.add("no answer is shown to the request " + request.name());
            }
            for (var answer : answers) {
                never.remove(answer);
                fault(caller.get(), request, answer, madeUp).ifPresent(faults::add);
            }
        }
        never.forEach(answer -> faults.add("nothing asks for the answer " + answer.name()));
        return faults;
    }

    private List<String> missing() {
        var missing = new ArrayList<String>();
        for (var parameter : parameters) {
            if (parameter.path("required").asBoolean() && !parameter.has("example")) {
                missing.add(
                        "no example of the parameter " + parameter.path("name").asText());
            }
        }
        if (requests().isEmpty()) {
            missing.add("no example of the request");
        }
        if (answers().isEmpty()) {
            missing.add("no example of an answer");
        }
        return missing;
    }

    private List<Shown> requests() {
        return description.has("requestBody")
                ? shown("", description.path("requestBody")).toList()
                : List.of(new Shown("", "", "", description.path("requestBody")));
    }

    private List<Shown> answers() {
        return description.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> response.getKey().equals("204")
                        ? Stream.of(new Shown("", "204", "", response.getValue().path("content")))
                        : shown(response.getKey(), response.getValue()))
                .toList();
    }

    private List<Shown> answersTo(Shown request) {
        var named = answers().stream()
                .filter(answer -> answer.name().equals(request.name()))
                .toList();
        var requests = requests().stream().map(Shown::name).toList();
        return named.isEmpty()
                ? answers().stream()
                        .filter(answer -> !requests.contains(answer.name()))
                        .toList()
                : named;
    }

    private static Stream<Shown> shown(String status, JsonNode holder) {
        return holder.path("content").properties().stream().flatMap(content -> {
            var media = content.getValue();
            return media.has("example")
                    ? Stream.of(new Shown("", status, content.getKey(), media.get("example")))
                    : media.path("examples").properties().stream()
                            .map(one -> new Shown(
                                    one.getKey(),
                                    status,
                                    content.getKey(),
                                    one.getValue().path("value")));
        });
    }

    /** The values of a parameter that may be named several times, or the only one. */
    private static Iterable<JsonNode> each(JsonNode example) {
        return example.isArray() ? example : List.of(example);
    }

    private Optional<String> fault(RequestSpecification call, Shown request, Shown shown, MadeUpValues madeUp) {
        var address = path;
        for (var parameter : parameters) {
            var name = parameter.path("name").asText();
            if (name.equals(KEY)) {
                call.header(KEY, UUID.randomUUID().toString());
            } else if (isSent(parameter)) {
                for (var example : each(parameter.path("example"))) {
                    var value = madeUp.inserted(example.asText());
                    switch (parameter.path("in").asText()) {
                        case "path" -> address = address.replace("{" + name + "}", value);
                        case "query" -> call.queryParam(name, value);
                        default -> call.header(name, value);
                    }
                }
            }
        }
        if (request.isJson()) {
            call.contentType(request.mediaType())
                    .body(madeUp.inserted(request.value().toString()));
        } else if (!request.mediaType().isEmpty()) {
            call.contentType(request.mediaType()).body(request.value().asText().getBytes(UTF_8));
        }
        if (!shown.mediaType().isEmpty()) {
            call.accept(shown.mediaType());
        }
        var answer = call.request(method, address);
        var text = answer.asString();
        if (answer.statusCode() != Integer.parseInt(shown.status())) {
            return Optional.of("answered " + answer.statusCode() + " and not " + shown.status() + ": " + text);
        }
        for (var header : List.of("ETag", "Location")) {
            if (answer.headers().hasHeaderWithName(header) != declares(shown.status(), header)) {
                return Optional.of("the header " + header + " is sent and not declared, or declared and not sent");
            }
        }
        if (!answer.contentType().startsWith(shown.mediaType())) {
            return Optional.of("answered " + answer.contentType() + " and not " + shown.mediaType());
        }
        if (!holds(text, shown, madeUp)) {
            return Optional.of("the answer is not as shown: " + text);
        }
        if (shown.isJson()) {
            ExampleUpdate.answered(id(), madeUp.completed(shown.value(), OpenApiExamples.parsed(text)));
        }
        return Optional.empty();
    }

    /** Whether it is shown for this operation, or has to be sent with every operation that has it. */
    private boolean isSent(JsonNode parameter) {
        return parameter.has("example")
                && (parameter.path("required").asBoolean()
                        || description.path("parameters").valueStream().anyMatch(parameter::equals));
    }

    private boolean declares(String status, String header) {
        return description.path("responses").path(status).path("headers").has(header);
    }

    private static boolean holds(String answer, Shown shown, MadeUpValues madeUp) {
        return shown.isJson()
                ? madeUp.holds(OpenApiExamples.parsed(answer), shown.value())
                : Set.copyOf(answer.lines().toList())
                        .containsAll(shown.value().asText().lines().toList());
    }
}
