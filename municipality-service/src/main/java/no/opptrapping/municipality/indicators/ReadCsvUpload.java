package no.opptrapping.municipality.indicators;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * Reads values out of CSV as people and spreadsheets write it: separated by commas, or by semicolons or tabs (then with a
 * decimal comma, if any), in UTF-8, UTF-16 or Windows-1252, with or without quotation marks. The first line names the
 * columns; before it may stand which separator is used ({@code sep=;}). Lines and last columns without content are passed
 * over. Every line that cannot be read is a fault with its number; one value may stand for several municipalities joined
 * by {@code +}.
 */
public final class ReadCsvUpload {
    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_LINE = 1_000;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([;,\t])\"?[;,\t]*", Pattern.CASE_INSENSITIVE);
    /** How a spreadsheet is told that digits are a text. */
    private static final Pattern DIGITS_AS_TEXT = Pattern.compile("=\"([0-9]+)\"");

    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            Map.entry("number", Column.NUMBER),
            Map.entry("kommunenummer", Column.NUMBER),
            Map.entry("kommunenr", Column.NUMBER),
            Map.entry("value", Column.VALUE),
            Map.entry("verdi", Column.VALUE),
            Map.entry("status", Column.STATUS),
            Map.entry("name", Column.NAME),
            Map.entry("navn", Column.NAME),
            Map.entry("namn", Column.NAME),
            Map.entry("kommunenavn", Column.NAME),
            Map.entry("withdrawn", Column.WITHDRAWN),
            Map.entry("withdrawalreason", Column.WITHDRAWAL_REASON));

    /** What Statistics Norway and others write where there is no value. */
    private static final Set<String> NO_VALUE = Set.of(".", "..", ":");

    private final List<UploadedRow> rows = new ArrayList<>();
    private final List<BrokenRule> faults = new ArrayList<>();

    private ReadCsvUpload() {}

    /** What a column says; a name and a withdrawal are for the reader's eye and not looked at. */
    private enum Column {
        NUMBER,
        VALUE,
        STATUS,
        NAME,
        WITHDRAWN,
        WITHDRAWAL_REASON
    }

    /** What was read, and what could not be. */
    public record Read(List<UploadedRow> rows, List<BrokenRule> faults) {}

    public static Read of(byte[] bytes) {
        var reader = new ReadCsvUpload();
        reader.read(decoded(bytes));
        return new Read(List.copyOf(reader.rows), List.copyOf(reader.faults));
    }

    /** UTF-16 if it says so, UTF-8 if that is what it can be, otherwise Windows-1252, which ISO-8859-1 is a part of. */
    static String decoded(byte[] bytes) {
        if (saysUtf16(bytes)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS_1252);
        }
    }

    private static boolean saysUtf16(byte[] bytes) {
        var mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private void read(String text) {
        var lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            faults.add(BrokenRule.of("indicator.too-many-lines", "line:" + MOST_LINES, "most", MOST_LINES));
            return;
        }
        var said = lines.stream()
                .limit(1)
                .map(SEPARATOR_LINE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1).charAt(0))
                .findFirst();
        var head = said.isPresent() ? 1 : 0;
        if (lines.size() <= head) {
            faults.add(BrokenRule.of("indicator.no-columns", place(head)));
            return;
        }
        var separator = said.orElseGet(() -> separatorOf(lines.get(head)));
        var columns = columns(lines.get(head), place(head), separator);
        if (columns.isEmpty()) {
            return;
        }
        for (var i = head + 1; i < lines.size(); i++) {
            row(lines.get(i), place(i), separator, columns);
        }
    }

    private static String place(int line) {
        return "line:" + (line + 1);
    }

    private static char separatorOf(String head) {
        return head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private List<Column> columns(String line, String place, char separator) {
        var columns = new ArrayList<Column>();
        for (var cell : withoutEmptyEnd(cells(line, separator).orElseGet(List::of), 0)) {
            var column = COLUMNS.get(cell.toLowerCase(Locale.ROOT));
            if (column == null || columns.contains(column)) {
                faults.add(BrokenRule.of("indicator.unknown-column", place, "column", shortened(cell)));
            } else {
                columns.add(column);
            }
        }
        if (faults.isEmpty() && !columns.containsAll(List.of(Column.NUMBER, Column.VALUE))) {
            faults.add(BrokenRule.of("indicator.no-columns", place));
        }
        return faults.isEmpty() ? columns : List.of();
    }

    private void row(String line, String place, char separator, List<Column> columns) {
        var read = cells(line, separator);
        if (read.isEmpty()) {
            faults.add(BrokenRule.of("indicator.unreadable-line", place));
            return;
        }
        if (read.get().stream().allMatch(String::isEmpty)) {
            return;
        }
        var cells = withoutEmptyEnd(read.get(), columns.size());
        if (cells.size() != columns.size()) {
            faults.add(BrokenRule.of(
                    "indicator.wrong-number-of-columns", place, "found", cells.size(), "expected", columns.size()));
            return;
        }
        var byColumn = new HashMap<Column, String>();
        for (var i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), cells.get(i));
        }
        var value = Optional.of(byColumn.getOrDefault(Column.VALUE, "")).filter(text -> !text.isEmpty());
        var status = Optional.of(byColumn.getOrDefault(Column.STATUS, "")).filter(text -> !text.isEmpty());
        if (value.isEmpty() && status.isEmpty()) {
            faults.add(BrokenRule.of("indicator.value-blank", place));
            return;
        }
        rows.add(new UploadedRow(
                Arrays.stream(byColumn.getOrDefault(Column.NUMBER, "").split("\\+", -1))
                        .map(ReadCsvUpload::stripped)
                        .toList(),
                value.filter(text -> !NO_VALUE.contains(text)),
                status,
                place,
                separator == ',' ? Notation.POINT : Notation.COMMA));
    }

    /** The cells without those at the end that have no content, as far as there are more than wanted. */
    private static List<String> withoutEmptyEnd(List<String> cells, int wanted) {
        var end = cells.size();
        while (end > wanted && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    /**
     * The cells of a line; empty if it is too long, has a control character or a quotation mark that is not closed. A
     * separator more is read than there is: what it does not make an empty cell of stands within quotation marks.
     */
    private static Optional<List<String>> cells(String line, char separator) {
        if (line.length() > LONGEST_LINE || line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
            return Optional.empty();
        }
        try {
            var cells = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .trimWhitespacesAroundQuotes(true)
                    .ofSingleCsvRecord(line + separator)
                    .getFields();
            return cells.getLast().isEmpty()
                    ? Optional.of(cells.stream()
                            .limit(cells.size() - 1L)
                            .map(ReadCsvUpload::content)
                            .toList())
                    : Optional.empty();
        } catch (CsvParseException misplacedQuote) {
            return Optional.empty();
        }
    }

    private static String content(String cell) {
        var text = stripped(cell);
        var digits = DIGITS_AS_TEXT.matcher(text);
        return digits.matches() ? digits.group(1) : text;
    }

    /** The text without spaces of any kind around it. */
    private static String stripped(String text) {
        var visible = IntStream.range(0, text.length())
                .filter(i -> !isSpace(text.charAt(i)))
                .summaryStatistics();
        return visible.getCount() == 0 ? "" : text.substring(visible.getMin(), visible.getMax() + 1);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
