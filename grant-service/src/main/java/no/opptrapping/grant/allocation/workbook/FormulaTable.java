package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.head;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A table of so many rows whose columns are named before they are written, so that the figures above it and every column
 * can be computed from any other. Figures above it are one beneath the other, each with its name.
 */
final class FormulaTable {
    private final Sheet sheet;
    private final String sumWord;
    private final int figures;
    private final int rows;
    private final int firstFigure;
    private final List<Supplier<List<Sheet.Content>>> above = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private record Column(String head, IntFunction<Sheet.Content> content, Sheet.Content sum) {}

    /** The table begins at the sheet's next row, with room for so many figures above it. */
    FormulaTable(Sheet sheet, String sumWord, int figures, int rows) {
        this(sheet, sumWord, figures, rows, sheet.next());
    }

    private FormulaTable(Sheet sheet, String sumWord, int figures, int rows, int firstFigure) {
        this.sheet = sheet;
        this.sumWord = sumWord;
        this.figures = figures;
        this.rows = rows;
        this.firstFigure = firstFigure;
    }

    /** A table that will be written next after another on the same sheet. */
    static FormulaTable beneath(Sheet sheet, String sumWord, FormulaTable other, int rows) {
        return new FormulaTable(sheet, sumWord, 1, rows, other.last() + 2);
    }

    /** Adds a figure above the table and answers its cell. */
    @CanIgnoreReturnValue
    String figure(String name, Sheet.Content content) {
        return figure(name, () -> content);
    }

    /** The same for a figure that is computed from columns which are not there yet. */
    @CanIgnoreReturnValue
    String figure(String name, Supplier<Sheet.Content> content) {
        if (above.size() == figures) {
            throw new IllegalStateException("No room for one more figure: " + name);
        }
        above.add(() -> List.of(head(name), content.get()));
        return Sheet.fixed(1, firstFigure + above.size() - 1);
    }

    /** Adds a row above the table, in the table's columns, and answers its number. */
    int line(List<Sheet.Content> contents) {
        if (above.size() == figures) {
            throw new IllegalStateException("No room for one more line");
        }
        above.add(() -> contents);
        return firstFigure + above.size() - 1;
    }

    /** Adds a column without a sum. */
    @CanIgnoreReturnValue
    int column(String head, IntFunction<Sheet.Content> content) {
        return column(head, content, Sheet.nothing());
    }

    /** Adds a column of formulas without a sum. */
    @CanIgnoreReturnValue
    int formulas(String head, int decimals, IntFunction<String> formula) {
        return column(head, i -> Sheet.formula(formula.apply(i), decimals));
    }

    /** Adds a column with its sum beneath it. */
    @CanIgnoreReturnValue
    int summed(String head, int decimals, IntFunction<Sheet.Content> content) {
        return column(head, content, Sheet.formula(Sheet.sum(columns.size(), first(), last()), decimals));
    }

    @CanIgnoreReturnValue
    private int column(String head, IntFunction<Sheet.Content> content, Sheet.Content sum) {
        columns.add(new Column(head, content, sum));
        return columns.size() - 1;
    }

    int rows() {
        return rows;
    }

    private int first() {
        return firstFigure + figures + 1;
    }

    private int last() {
        return first() + rows - 1;
    }

    /** The cell of a column in a row from 0. */
    String at(int column, int row) {
        return Sheet.cell(column, first() + row);
    }

    /** The same as other sheets name it. */
    String elsewhere(int column, int row) {
        return sheet.elsewhere(column, first() + row);
    }

    /** All cells of a column. */
    String all(int column) {
        return Sheet.fixed(column, first()) + ":" + Sheet.fixed(column, last());
    }

    /** Writes figures, heads, rows and sums. */
    void write(int frozen) {
        above.forEach(line -> sheet.add(line.get()));
        for (var i = above.size(); i < figures; i++) {
            sheet.skip();
        }
        sheet.add(columns.stream().map(column -> head(column.head())).toList());
        if (frozen > 0) {
            sheet.freeze(frozen);
        }
        for (var row = 0; row < rows; row++) {
            var at = row;
            sheet.add(columns.stream().map(column -> column.content().apply(at)).toList());
        }
        var sums = new ArrayList<>(columns.stream().map(Column::sum).toList());
        sums.set(0, head(sumWord));
        sheet.add(sums);
    }
}
