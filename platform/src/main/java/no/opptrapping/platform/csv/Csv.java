package no.opptrapping.platform.csv;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table as comma-separated values, in the dialect that its reader needs. Lines end with CR LF; a field with the
 * separator, a quote or a line break is quoted and its quotes doubled (RFC 4180). A text that a spreadsheet would take for
 * a formula gets an apostrophe before it (OWASP, CSV injection); a number keeps its sign.
 */
public final class Csv {
    /** The media type, to be asked for. */
    public static final String TYPE = "text/csv";

    /** The media type as it is answered; the first line names the columns. */
    public static final String CONTENT_TYPE = TYPE + ";charset=UTF-8;header=present";

    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private final CsvDialect dialect;
    private final StringWriter table = new StringWriter();
    private final CsvWriter lines;

    public Csv(CsvDialect dialect) {
        this.dialect = dialect;
        table.write(dialect.beginning());
        this.lines = CsvWriter.builder()
                .fieldSeparator(dialect.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(table);
    }

    /** What stands in one field. */
    public sealed interface Field {}

    private record Text(String text) implements Field {}

    private record Figure(String digits) implements Field {}

    /** A text, empty when there is none. */
    public static Field text(@Nullable String text) {
        return new Text(text == null ? "" : text);
    }

    /** A number with a decimal point, or what is written as one; anything else is a text. Empty when there is none. */
    public static Field number(@Nullable Object number) {
        var digits = switch (number) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            default -> number.toString();
        };
        return NUMBER.matcher(digits).matches() ? new Figure(digits) : new Text(digits);
    }

    /** Adds the line that names the columns. */
    @CanIgnoreReturnValue
    public Csv head(List<String> columns) {
        return row(columns.stream().map(Csv::text).toList());
    }

    /** Adds a line. */
    @CanIgnoreReturnValue
    public Csv row(Field... fields) {
        return row(Arrays.asList(fields));
    }

    /** Adds a line. */
    @CanIgnoreReturnValue
    public Csv row(List<? extends Field> fields) {
        lines.writeRecord(fields.stream().map(this::written).toList());
        return this;
    }

    private String written(Field field) {
        return switch (field) {
            case Text(var text) -> guarded(text);
            case Figure(var digits) -> digits.replace('.', dialect.decimalSign());
        };
    }

    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The table as it is sent. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
