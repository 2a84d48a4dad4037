package no.opptrapping.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The examples of a service's API document, asked for against the running service: every operation with the examples of
 * its parameters and every example of its request. A request's example is answered by the response example of the same
 * name, or by one that no request has the name of. The answer must have the status and the media type under which it is
 * shown, and hold what is shown; it may hold more, and longer lists where one that is not empty is shown.
 *
 * <p>What the service makes up by chance or by the hour stands for its like: a random UUID for any UUID, an instant for
 * an instant of the same day. The first UUID that a shown one stood for takes its place in everything that is asked
 * later, so that an example may read what another one made.
 */
public final class OpenApiExamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final List<ShownOperation> operations;
    private final Function<String, RequestSpecification> caller;
    private final List<String> first;
    private final Map<String, String> without;
    private final Set<String> counting;

    private OpenApiExamples(
            List<ShownOperation> operations,
            Function<String, RequestSpecification> caller,
            List<String> first,
            Map<String, String> without,
            Set<String> counting) {
        this.operations = operations;
        this.caller = caller;
        this.first = first;
        this.without = without;
        this.counting = counting;
    }

    /**
     * The examples of a document.
     *
     * @param document the API document as JSON
     * @param caller a new request of somebody who may do what the operation, named by its id, does; it is asked for
     *     just before the operation
     */
    public static OpenApiExamples of(String document, Function<String, RequestSpecification> caller) {
        return new OpenApiExamples(operations(parsed(document)), caller, List.of(), Map.of(), Set.of());
    }

    /** The operations that are asked before the others, in this order; the others follow in the document's. */
    public OpenApiExamples first(List<String> ids) {
        return new OpenApiExamples(operations, caller, ids, without, counting);
    }

    /** These operations and no others, in this order. */
    public OpenApiExamples only(List<String> ids) {
        return new OpenApiExamples(
                operations.stream()
                        .filter(operation -> ids.contains(operation.id()))
                        .toList(),
                caller,
                ids,
                without,
                counting);
    }

    /** The operations that cannot be asked, each with the reason. */
    public OpenApiExamples without(Map<String, String> reasons) {
        return new OpenApiExamples(operations, caller, first, reasons, counting);
    }

    /** The operations that count what has happened: any number stands for any other. */
    public OpenApiExamples counting(String... ids) {
        return new OpenApiExamples(operations, caller, first, without, Set.of(ids));
    }

    /**
     * Asks for every example.
     *
     * @return what is wrong: operations without an example, examples that nothing asks for, answers that are not as the
     *     document shows; one line each
     */
    public List<String> replay() {
        var unknown = new TreeSet<>(first);
        unknown.addAll(without.keySet());
        unknown.addAll(counting);
        operations.forEach(operation -> unknown.remove(operation.id()));
        var faults =
                unknown.stream().map(id -> id + ": no such operation").collect(Collectors.toCollection(ArrayList::new));
        var madeUp = new MadeUpValues();
        operations.stream()
                .filter(operation -> !without.containsKey(operation.id()))
                .sorted(Comparator.comparingInt(operation -> place(operation.id())))
                .forEach(operation ->
                        faults(operation, madeUp).forEach(fault -> faults.add(operation.id() + ": " + fault)));
        return faults;
    }

    private List<String> faults(ShownOperation operation, MadeUpValues madeUp) {
        return operation.faults(
                () -> caller.apply(operation.id()),
                counting.contains(operation.id()) ? madeUp.withAnyNumbers() : madeUp);
    }

    private static List<ShownOperation> operations(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new ShownOperation(
                                path.getKey(),
                                operation.getKey(),
                                operation.getValue(),
                                parameters(document, operation.getValue()))))
                .toList();
    }

    /** The parameters themselves, also of those that are shared. */
    private static List<JsonNode> parameters(JsonNode document, JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(one ->
                        one.has("$ref") ? document.at(one.path("$ref").asText().substring(1)) : one)
                .toList();
    }

    private int place(String id) {
        return Stream.of(first.indexOf(id))
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(first.size());
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(text, notJson);
        }
    }
}
