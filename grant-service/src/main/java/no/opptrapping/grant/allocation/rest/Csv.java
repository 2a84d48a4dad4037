package no.opptrapping.grant.allocation.rest;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as RFC 4180 writes them: lines end with CR LF, a field with a comma, a quote or a line break is
 * quoted and its quotes doubled. A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP,
 * CSV injection); numbers are written by {@link #number} and keep their sign.
 */
final class Csv {
    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final StringBuilder lines = new StringBuilder();

    void add(List<String> fields) {
        lines.append(fields.stream().map(Csv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** A text as a field that no spreadsheet computes. */
    static String text(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A number of ours; empty when there is none. */
    static String number(@Nullable Object number) {
        return number == null ? "" : number.toString();
    }

    private static String quoted(String field) {
        return field.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n')
                ? "\"" + field.replace("\"", "\"\"") + "\""
                : field;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
