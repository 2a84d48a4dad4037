package no.opptrapping.grant.allocation.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a workbook look; a workbook has each look once. */
final class SheetStyles {
    private static final short TITLE_POINTS = 14;

    private final XSSFWorkbook workbook;
    private final CellStyle title;
    private final CellStyle note;
    private final CellStyle head;
    private final Map<Integer, CellStyle> numbers = new HashMap<>();

    SheetStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.title = bold(workbook, TITLE_POINTS);
        this.head = bold(workbook, (short) 11);
        head.setWrapText(true);
        var italic = workbook.createFont();
        italic.setItalic(true);
        this.note = workbook.createCellStyle();
        note.setFont(italic);
    }

    CellStyle title() {
        return title;
    }

    CellStyle note() {
        return note;
    }

    CellStyle head() {
        return head;
    }

    /** A number with thousands separated and so many decimals. */
    CellStyle decimals(int decimals) {
        return numbers.computeIfAbsent(decimals, wanted -> {
            var style = workbook.createCellStyle();
            style.setDataFormat(
                    workbook.createDataFormat().getFormat(wanted == 0 ? "#,##0" : "#,##0." + "0".repeat(wanted)));
            return style;
        });
    }

    private static XSSFCellStyle bold(XSSFWorkbook workbook, short points) {
        var font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints(points);
        var style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }
}
