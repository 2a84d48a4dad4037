package no.opptrapping.municipality.indicators;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * Reads values out of CSV as people and spreadsheets write it: separated by commas or semicolons (then with a decimal
 * comma, if any), in UTF-8 or ISO-8859-1, with or without quotation marks. The first line names the columns. Every line
 * that cannot be read is a fault with its number; one value may stand for several municipalities joined by {@code +}.
 */
public final class ReadCsvUpload {
    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_LINE = 1_000;
    private static final Map<String, Column> COLUMNS = Map.of(
            "number", Column.NUMBER,
            "kommunenummer", Column.NUMBER,
            "kommunenr", Column.NUMBER,
            "value", Column.VALUE,
            "verdi", Column.VALUE,
            "status", Column.STATUS,
            "name", Column.NAME,
            "navn", Column.NAME,
            "namn", Column.NAME,
            "kommunenavn", Column.NAME);

    /** What Statistics Norway and others write where there is no value. */
    private static final Set<String> NO_VALUE = Set.of("", ".", "..", ":");

    private final List<UploadedRow> rows = new ArrayList<>();
    private final List<BrokenRule> faults = new ArrayList<>();

    private ReadCsvUpload() {}

    /** What a column says; a name is for the reader's eye and not looked at. */
    private enum Column {
        NUMBER,
        VALUE,
        STATUS,
        NAME
    }

    /** What was read, and what could not be. */
    public record Read(List<UploadedRow> rows, List<BrokenRule> faults) {}

    public static Read of(byte[] bytes) {
        var reader = new ReadCsvUpload();
        reader.read(decoded(bytes));
        return new Read(List.copyOf(reader.rows), List.copyOf(reader.faults));
    }

    /** UTF-8 if that is what it can be, otherwise ISO-8859-1, in which every byte is a character. */
    static String decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private void read(String text) {
        var lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            faults.add(BrokenRule.of("indicator.too-many-lines", "line:" + MOST_LINES, "most", MOST_LINES));
            return;
        }
        if (lines.isEmpty()) {
            faults.add(BrokenRule.of("indicator.no-columns", "line:1"));
            return;
        }
        var separator = lines.getFirst().contains(";") ? ';' : ',';
        var columns = columns(lines.getFirst(), separator);
        if (columns.isEmpty()) {
            return;
        }
        for (var i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                row(lines.get(i), "line:" + (i + 1), separator, columns);
            }
        }
    }

    private List<Column> columns(String line, char separator) {
        var columns = new ArrayList<Column>();
        for (var cell : cells(line, separator).orElseGet(List::of)) {
            var column = COLUMNS.get(cell.toLowerCase(Locale.ROOT));
            if (column == null || columns.contains(column)) {
                faults.add(BrokenRule.of("indicator.unknown-column", "line:1", "column", shortened(cell)));
            } else {
                columns.add(column);
            }
        }
        if (faults.isEmpty() && !columns.containsAll(List.of(Column.NUMBER, Column.VALUE))) {
            faults.add(BrokenRule.of("indicator.no-columns", "line:1"));
        }
        return faults.isEmpty() ? columns : List.of();
    }

    private void row(String line, String place, char separator, List<Column> columns) {
        var cells = cells(line, separator);
        if (cells.isEmpty()) {
            faults.add(BrokenRule.of("indicator.unreadable-line", place));
            return;
        }
        if (cells.get().size() != columns.size()) {
            faults.add(BrokenRule.of(
                    "indicator.wrong-number-of-columns",
                    place,
                    "found",
                    cells.get().size(),
                    "expected",
                    columns.size()));
            return;
        }
        var byColumn = new HashMap<Column, String>();
        for (var i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), cells.get().get(i));
        }
        var value = byColumn.getOrDefault(Column.VALUE, "");
        rows.add(new UploadedRow(
                Arrays.stream(byColumn.getOrDefault(Column.NUMBER, "").split("\\+", -1))
                        .map(String::strip)
                        .toList(),
                NO_VALUE.contains(value)
                        ? Optional.empty()
                        : Optional.of(separator == ';' ? value.replace(',', '.') : value),
                Optional.of(byColumn.getOrDefault(Column.STATUS, "")).filter(status -> !status.isEmpty()),
                place));
    }

    /** The cells of a line; empty if it is too long, has a control character or a quotation mark that is not closed. */
    private static Optional<List<String>> cells(String line, char separator) {
        if (line.length() > LONGEST_LINE || line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
            return Optional.empty();
        }
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return quoted ? Optional.empty() : Optional.of(cells);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
