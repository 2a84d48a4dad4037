package no.opptrapping.grant.allocation.workbook;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.util.List;
import no.opptrapping.platform.values.Kroner;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet that is written row by row. Text is always written as text, so that nothing in it can become a formula. */
final class Sheet {
    /** What stands in a cell. */
    sealed interface Content {
        /** A text, as it is. */
        record Text(String text) implements Content {}

        /** The head of a column. */
        record Head(String text) implements Content {}

        /** A number with so many decimals shown. */
        record Figure(BigDecimal number, int decimals) implements Content {}

        /** A formula without its equals sign, with so many decimals shown. */
        record Formula(String formula, int decimals) implements Content {}

        /** Nothing. */
        record Nothing() implements Content {}
    }

    private static final int CHARACTER = 256;

    private final XSSFSheet sheet;
    private final SheetStyles styles;
    private int row;

    Sheet(XSSFWorkbook workbook, String name, SheetStyles styles) {
        this.sheet = workbook.createSheet(name);
        this.styles = styles;
    }

    static Content text(String text) {
        return new Content.Text(text);
    }

    static Content head(String text) {
        return new Content.Head(text);
    }

    static Content whole(Kroner kroner) {
        return new Content.Figure(BigDecimal.valueOf(kroner.value()), 0);
    }

    static Content whole(long number) {
        return new Content.Figure(BigDecimal.valueOf(number), 0);
    }

    static Content number(BigDecimal number, int decimals) {
        return new Content.Figure(number, decimals);
    }

    static Content formula(String formula, int decimals) {
        return new Content.Formula(formula, decimals);
    }

    static Content nothing() {
        return new Content.Nothing();
    }

    /** The title of the sheet, and the notice beneath it when there is one. */
    void title(String title, String notice) {
        var cell = sheet.createRow(row++).createCell(0);
        cell.setCellValue(title);
        cell.setCellStyle(styles.title());
        if (!notice.isEmpty()) {
            var note = sheet.createRow(row++).createCell(0);
            note.setCellValue(notice);
            note.setCellStyle(styles.note());
        }
        row++;
    }

    /** Writes a row and answers its number as people count, from 1. */
    @CanIgnoreReturnValue
    int add(List<Content> contents) {
        var cells = sheet.createRow(row++);
        for (var column = 0; column < contents.size(); column++) {
            var content = contents.get(column);
            if (content instanceof Content.Nothing) {
                continue;
            }
            var cell = cells.createCell(column);
            switch (content) {
                case Content.Text(var text) -> cell.setCellValue(text);
                case Content.Head(var text) -> {
                    cell.setCellValue(text);
                    cell.setCellStyle(styles.head());
                }
                case Content.Figure(var number, var decimals) -> {
                    cell.setCellValue(number.doubleValue());
                    cell.setCellStyle(style(decimals));
                }
                case Content.Formula(var formula, var decimals) -> {
                    cell.setCellFormula(formula);
                    cell.setCellStyle(style(decimals));
                }
                case Content.Nothing() -> throw new IllegalStateException("Nothing is not written");
            }
        }
        return row;
    }

    @CanIgnoreReturnValue
    int add(Content... contents) {
        return add(List.of(contents));
    }

    void skip() {
        row++;
    }

    /** The number that the next row will have. */
    int next() {
        return row + 1;
    }

    /** The rows above the next one stay in sight, and columns are so many characters wide. */
    void freeze(int columns) {
        sheet.createFreezePane(columns, row);
    }

    void widths(int first, int second, int others, int columns) {
        for (var column = 0; column < columns; column++) {
            sheet.setColumnWidth(column, CHARACTER * (column == 0 ? first : column == 1 ? second : others));
        }
    }

    String name() {
        return sheet.getSheetName();
    }

    /** A cell of this sheet as other sheets name it; columns count from 0, rows from 1. */
    String elsewhere(int column, int rowNumber) {
        return prefix() + fixed(column, rowNumber);
    }

    /** What other sheets write before a cell of this one. */
    String prefix() {
        return "'" + name().replace("'", "''") + "'!";
    }

    static String cell(int column, int rowNumber) {
        return CellReference.convertNumToColString(column) + rowNumber;
    }

    /** The same, and it stays when the formula is copied down. */
    static String fixed(int column, int rowNumber) {
        return "$" + CellReference.convertNumToColString(column) + "$" + rowNumber;
    }

    static String sum(int column, int first, int last) {
        return last < first ? "0" : "SUM(" + cell(column, first) + ":" + cell(column, last) + ")";
    }

    private CellStyle style(int decimals) {
        return styles.decimals(decimals);
    }
}
