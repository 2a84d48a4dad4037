package no.opptrapping.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Who gets what of a service's operations with an id, as it is declared beside the API document in
 * <code>access.csv</code>: a row for each operation, and one more for each kind of thing that its callers see otherwise; a
 * column for each {@link AccessCaller}.
 */
public record AccessTable(List<Row> rows) {
    private static final int BEFORE_CALLERS = 2;

    /**
     * What the callers get of an operation.
     *
     * @param operation its id in the API document
     * @param of of which thing; empty when they are all alike
     */
    public record Row(String operation, String of, Map<AccessCaller, AccessAnswer> answers) {
        public Row {
            answers = Map.copyOf(answers);
        }

        /** How people read it, for example <code>getCall of a call that is not announced</code>. */
        public String title() {
            return of.isEmpty() ? operation : operation + " of " + of;
        }

        /** What is declared for callers of the kind. */
        public AccessAnswer to(AccessCaller caller) {
            return answers.get(caller);
        }
    }

    public AccessTable {
        rows = List.copyOf(rows);
    }

    /** The table in a file; a table that is not whole, or says what no word of ours says, fails the test. */
    public static AccessTable read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    static AccessTable parse(List<String> lines) {
        var header = cells(lines.getFirst());
        var columns = header.stream()
                .skip(BEFORE_CALLERS)
                .map(column -> AccessCaller.parse(column)
                        .orElseThrow(() -> new AssertionError("No caller is called " + column)))
                .toList();
        if (!header.subList(0, BEFORE_CALLERS).equals(List.of("operation", "of"))
                || !columns.equals(List.of(AccessCaller.values()))) {
            throw new AssertionError("The columns are not operation, of, and every kind of caller in order: " + header);
        }
        var rows = new ArrayList<Row>();
        var titles = new HashSet<String>();
        for (var line : lines.subList(1, lines.size())) {
            var row = row(cells(line), columns);
            if (!titles.add(row.title())) {
                throw new AssertionError("There are two rows for " + row.title());
            }
            rows.add(row);
        }
        return new AccessTable(rows);
    }

    private static Row row(List<String> cells, List<AccessCaller> columns) {
        if (cells.size() != columns.size() + BEFORE_CALLERS) {
            throw new AssertionError("The row has too few or too many cells: " + cells);
        }
        var answers = new EnumMap<AccessCaller, AccessAnswer>(AccessCaller.class);
        for (var caller : columns) {
            var word = cells.get(columns.indexOf(caller) + BEFORE_CALLERS);
            answers.put(
                    caller,
                    AccessAnswer.parse(word).orElseThrow(() -> new AssertionError("No answer is called " + word)));
        }
        return new Row(cells.get(0), cells.get(1), answers);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
