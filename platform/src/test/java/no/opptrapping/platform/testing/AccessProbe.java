package no.opptrapping.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Asks a running service for every operation with an id as every kind of caller, for the thing that there is and for one
 * that there is not, and compares what becomes of it with what {@link AccessTable} declares. Reads come first; the others
 * follow in the table's order, so that what takes a thing away stands after what asks for it.
 */
public final class AccessProbe {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int SERVER_ERROR = 500;

    private final List<ProbedOperation> operations;
    private final AccessTable table;
    private final Map<AccessCaller, Map<String, String>> callers;
    private final BiFunction<String, String, Thing> things;

    private AccessProbe(
            List<ProbedOperation> operations,
            AccessTable table,
            Map<AccessCaller, Map<String, String>> callers,
            BiFunction<String, String, Thing> things) {
        this.operations = operations;
        this.table = table;
        this.callers = callers;
        this.things = things;
    }

    /**
     * What an operation is asked for.
     *
     * @param ids the value of each parameter in its path
     * @param query the parameters that it needs besides
     * @param body the request's, instead of the document's example of it
     */
    public record Thing(Map<String, String> ids, Map<String, String> query, Optional<Object> body) {
        public Thing {
            ids = Map.copyOf(ids);
            query = Map.copyOf(query);
        }

        /** One that is named by the parameter. */
        public static Thing named(String parameter, String value) {
            return new Thing(Map.of(parameter, value), Map.of(), Optional.empty());
        }

        /** The same, asked for with another body than the document's example. */
        public Thing with(Object other) {
            return new Thing(ids, query, Optional.of(other));
        }
    }

    /**
     * A service with its table.
     *
     * @param document the API document as JSON
     * @param callers the headers of each kind of caller
     * @param things what an operation is asked for, by its id and by what the table says that it is of
     */
    public static AccessProbe of(
            String document,
            AccessTable table,
            Map<AccessCaller, Map<String, String>> callers,
            BiFunction<String, String, Thing> things) {
        return new AccessProbe(operations(OpenApiExamples.parsed(document)), table, callers, things);
    }

    /** Every difference between the table and the service, a sentence each, sorted; none when it is as declared. */
    public List<String> differences() {
        var differences = new ArrayList<>(missing());
        table.rows().stream()
                .sorted(Comparator.comparing(row -> !isRead(row)))
                .forEach(row -> differences.addAll(differences(row)));
        return differences.stream().sorted().toList();
    }

    private List<String> missing() {
        var declared = table.rows().stream().map(AccessTable.Row::operation).collect(Collectors.toSet());
        var there = operations.stream().map(ProbedOperation::id).collect(Collectors.toSet());
        var differences = new TreeSet<String>();
        there.stream()
                .filter(id -> !declared.contains(id))
                .forEach(id -> differences.add(id + ": the operation has an id and no row in the table."));
        declared.stream()
                .filter(id -> !there.contains(id))
                .forEach(id ->
                        differences.add(id + ": the table has a row, and there is no such operation with an id."));
        table.rows().stream()
                .filter(row -> !row.answers().containsValue(AccessAnswer.SERVED))
                .forEach(row ->
                        differences.add(row.title() + ": nobody is served, so that nothing shows that it works."));
        return List.copyOf(differences);
    }

    private boolean isRead(AccessTable.Row row) {
        return operation(row).map(ProbedOperation::isRead).orElse(true);
    }

    private Optional<ProbedOperation> operation(AccessTable.Row row) {
        return operations.stream()
                .filter(one -> one.id().equals(row.operation()))
                .findFirst();
    }

    private List<String> differences(AccessTable.Row row) {
        var differences = new ArrayList<String>();
        operation(row).ifPresent(operation -> {
            var thing = things.apply(row.operation(), row.of());
            callers.forEach((caller, headers) -> {
                var declared = row.to(caller);
                found(operation, thing, headers, declared)
                        .ifPresent(found -> differences.add("%s, asked by %s: declared is %s, but %s."
                                .formatted(row.title(), caller.column(), declared.word(), found)));
            });
        });
        return differences;
    }

    /** What became of it, if it is not what is declared. */
    private static Optional<String> found(
            ProbedOperation operation, Thing thing, Map<String, String> headers, AccessAnswer declared) {
        var answer = operation.ask(thing.ids(), thing, headers);
        if (answer.status() >= SERVER_ERROR || answer.status() == ProbedOperation.TOO_MANY) {
            return Optional.of("it failed with " + answer);
        }
        if (told(answer) != declared) {
            return Optional.of("it is answered with " + answer);
        }
        for (var parameter : thing.ids().keySet()) {
            var toMissing = operation.ask(ProbedOperation.without(parameter, thing.ids()), thing, headers);
            if (declared == AccessAnswer.SERVED) {
                if (toMissing.status() != ProbedOperation.NOT_FOUND) {
                    return Optional.of("one whose " + parameter + " does not exist is answered with " + toMissing);
                }
            } else if (!toMissing.equals(answer)) {
                return Optional.of("it is answered with " + answer + " and one whose " + parameter
                        + " does not exist with " + toMissing);
            }
        }
        return Optional.empty();
    }

    private static AccessAnswer told(ProbedOperation.Answer answer) {
        return switch (answer.status()) {
            case ProbedOperation.UNAUTHORIZED -> AccessAnswer.SIGN_IN;
            case ProbedOperation.FORBIDDEN -> AccessAnswer.REFUSED;
            case ProbedOperation.NOT_FOUND -> AccessAnswer.HIDDEN;
            default -> AccessAnswer.SERVED;
        };
    }

    private static List<ProbedOperation> operations(JsonNode document) {
        return document.path("paths").properties().stream()
                .filter(path -> path.getKey().contains("{"))
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new ProbedOperation(path.getKey(), operation.getKey(), operation.getValue())))
                .toList();
    }
}
