package no.opptrapping.grant.allocation.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.opptrapping.grant.allocation.SampleRuns;
import no.opptrapping.grant.allocation.comparison.CompareAllocations;
import no.opptrapping.grant.allocation.comparison.Comparison;
import no.opptrapping.grant.allocation.comparison.Place;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunWorkbookTest {
    @Test
    void theSumsAreRecalculatedToTheKrone() throws IOException {
        try (var workbook = opened(SampleRuns.objective(), Language.NB, Optional.of(compared()))) {
            var result = workbook.getSheet("Resultat");
            assertThat(numbers(result, "Beløp")).containsExactly(500_000, 250_000, 250_000, 1_000_000);
            assertThat(cellAt(workbook.getSheet("Parametre"), "Sum", 1).getNumericCellValue())
                    .isEqualTo(1_000_000);
            assertThat(cellAt(workbook.getSheet("Parametre"), "Ikke fordelt", 1).getNumericCellValue())
                    .isZero();
            var explanation = workbook.getSheet("Forklaring");
            assertThat(numbers(explanation, "Beløp etter formlene")).isEqualTo(numbers(result, "Beløp"));
            assertThat(numbers(explanation, "Avvik fra resultatet")).containsOnly(0);
            var comparison = workbook.getSheet("Sammenligning");
            assertThat(numbers(comparison, "Endring fra Fordeling 2")).contains(100_000);
        }
    }

    @Test
    void whoChangesAWeightSeesTheAmountsByTheCriteriaMove() throws IOException {
        try (var workbook = opened(SampleRuns.objective(), Language.NB, Optional.empty())) {
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            var share = column(workbook.getSheet("Forklaring"), "Andel");
            var first = row(workbook.getSheet("Forklaring"), "1101");
            var before = evaluator.evaluate(first.getCell(share)).getNumberValue();
            assertThat(before).isEqualTo(0.56, offset(1e-12));
            weights(workbook.getSheet("Parametre")).getFirst().setCellValue(1);
            weights(workbook.getSheet("Parametre")).getLast().setCellValue(0);
            evaluator.clearAllCachedResultValues();
            assertThat(evaluator.evaluate(first.getCell(share)).getNumberValue())
                    .isEqualTo(0.6);
        }
    }

    @Test
    void everyModelHasItsExplanationAndAgreesWithTheResult() throws IOException {
        for (var run : List.of(SampleRuns.framework(), SampleRuns.incorporation())) {
            try (var workbook = opened(run, Language.EN, Optional.empty())) {
                assertThat(numbers(workbook.getSheet("Explanation"), "Difference from the result"))
                        .containsOnly(0);
            }
        }
        try (var workbook = opened(SampleRuns.positions(), Language.NB, Optional.empty())) {
            assertThat(numbers(workbook.getSheet("Forklaring"), "Avvik fra resultatet"))
                    .containsOnly(0);
        }
        try (var workbook = opened(SampleRuns.activity(), Language.NB, Optional.empty())) {
            assertThat(numbers(workbook.getSheet("Forklaring"), "Beløp etter formlene"))
                    .endsWith(500_000);
        }
        try (var workbook = opened(SampleRuns.application(), Language.NN, Optional.empty())) {
            assertThat(numbers(workbook.getSheet("Forklaring"), "Beløp etter formlane"))
                    .containsExactly(400_000, 100_000, 0, 500_000);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noFormulaFailsAndEverySheetSaysThatFiguresAreInvented(Language language) throws IOException {
        try (var workbook = opened(SampleRuns.incorporation(), language, Optional.of(compared()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
            for (var sheet : workbook) {
                assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Invented figures");
                for (var row : sheet) {
                    for (var cell : row) {
                        assertThat(cell.getCellType())
                                .as(cell.getAddress().toString())
                                .isNotEqualTo(CellType.ERROR);
                        if (cell.getCellType() == CellType.FORMULA) {
                            assertThat(cell.getCachedFormulaResultType())
                                    .as(sheet.getSheetName() + " " + cell.getAddress() + " " + cell.getCellFormula())
                                    .isNotEqualTo(CellType.ERROR);
                        } else if (cell.getCellType() == CellType.STRING) {
                            assertThat(cell.getStringCellValue()).doesNotStartWith("allocation.");
                        }
                    }
                }
            }
        }
    }

    @Test
    void aNameThatLooksLikeAFormulaStaysAName() throws IOException {
        try (var workbook = opened(SampleRuns.objective(), Language.NB, Optional.empty())) {
            var name = row(workbook.getSheet("Resultat"), "1102").getCell(1);
            assertThat(name.getCellType()).isEqualTo(CellType.STRING);
            assertThat(name.getStringCellValue()).startsWith("=HYPERLINK(");
        }
    }

    /** As a spreadsheet opens it: every formula is calculated anew. */
    private static XSSFWorkbook opened(
            ComputedRun run, Language language, Optional<CompareAllocations.Compared> compared) throws IOException {
        var bytes = new RunWorkbook(run, new Texts(), language, "Invented figures")
                .write(compared, Map.of("11", "Rogaland"));
        var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        evaluator.clearAllCachedResultValues();
        evaluator.evaluateAll();
        return workbook;
    }

    private static CompareAllocations.Compared compared() {
        var run = SampleRuns.objective();
        var places = run.inputs().municipalities().stream()
                .map(one -> new Place(
                        new MunicipalityId(UUID.fromString(one.id())),
                        new MunicipalityNumber(one.number()),
                        one.name(),
                        Optional.of(Fraction.of(100)),
                        Map.of()))
                .toList();
        var amounts = run.amountsByIdentity();
        var others = new HashMap<>(amounts);
        others.merge(places.getFirst().id(), Kroner.of(-100_000), Kroner::plus);
        var side = new CompareAllocations.Side(
                Optional.of(run.run().id()),
                Optional.of("Prøve"),
                run.run().scheme(),
                2025,
                LocalDate.of(2025, 1, 1),
                0,
                run.run().sum());
        return new CompareAllocations.Compared(
                LocalDate.of(2025, 1, 1),
                2024,
                List.of(side, side),
                Decimal.ZERO,
                new Comparison(places, List.of(amounts, others), Fraction.ZERO));
    }

    /** The numbers beneath the heading, as whole ones, until the column ends. */
    private static List<Integer> numbers(XSSFSheet sheet, String heading) {
        var column = column(sheet, heading);
        var from = rowOf(sheet, heading) + 1;
        return StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> row.getRowNum() >= from)
                .flatMap(row -> Optional.ofNullable(row.getCell(column)).stream())
                .filter(cell -> cell.getCellType() == CellType.NUMERIC
                        || (cell.getCellType() == CellType.FORMULA
                                && cell.getCachedFormulaResultType() == CellType.NUMERIC))
                .map(cell -> Math.toIntExact(Math.round(cell.getNumericCellValue())))
                .toList();
    }

    private static int column(XSSFSheet sheet, String heading) {
        return heading(sheet, heading).getColumnIndex();
    }

    private static int rowOf(XSSFSheet sheet, String heading) {
        return heading(sheet, heading).getRowIndex();
    }

    private static Cell heading(XSSFSheet sheet, String heading) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(cell -> cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No heading " + heading + " on " + sheet.getSheetName()));
    }

    private static Row row(XSSFSheet sheet, String first) {
        return heading(sheet, first).getRow();
    }

    private static Cell cellAt(XSSFSheet sheet, String first, int column) {
        return row(sheet, first).getCell(column);
    }

    private static List<Cell> weights(XSSFSheet parameters) {
        var from = rowOf(parameters, "Vekt") + 1;
        var column = column(parameters, "Vekt");
        return List.of(
                parameters.getRow(from).getCell(column),
                parameters.getRow(from + 1).getCell(column));
    }
}
