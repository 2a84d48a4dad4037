package no.opptrapping.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the person at the terminal sees. */
final class Terminal implements Progress {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9   .,%]*");

    private final PrintStream out;
    private final long started = System.nanoTime();

    Terminal(PrintStream out) {
        this.out = out;
    }

    /** Time since the start. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Override
    public void say(String line) {
        var seconds = elapsed().toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "[%5.1f s] %s", seconds, line));
    }

    void print(Result.Table table) {
        out.println();
        out.println(table.title());
        var widths = new int[table.columns().size()];
        var rows = new ArrayList<List<String>>();
        rows.add(table.columns());
        rows.addAll(table.rows());
        for (var row : rows) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        out.println("  " + line(table.columns(), table, widths));
        var rule = new ArrayList<String>();
        for (var width : widths) {
            rule.add("-".repeat(width));
        }
        out.println("  " + String.join("  ", rule));
        for (var row : table.rows()) {
            out.println("  " + line(row, table, widths));
        }
    }

    private static String line(List<String> row, Result.Table table, int[] widths) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < widths.length; i++) {
            var gap = " ".repeat(widths[i] - row.get(i).length());
            cells.add(isNumeric(table, i) ? gap + row.get(i) : row.get(i) + gap);
        }
        return String.join("  ", cells).stripTrailing();
    }

    private static boolean isNumeric(Result.Table table, int column) {
        return !table.rows().isEmpty()
                && table.rows().stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.isEmpty() || NUMBER.matcher(cell).matches());
    }

    void print(String text) {
        out.println(text);
    }
}
