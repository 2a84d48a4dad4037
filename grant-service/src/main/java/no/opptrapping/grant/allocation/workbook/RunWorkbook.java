package no.opptrapping.grant.allocation.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.comparison.CompareAllocations;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A run as a workbook that can be handed on: parameters, result, an explanation for each pot, and comparison, with live
 * formulas from figures and parameters to amounts. Spreadsheets calculate in floating point, so beside what the formulas
 * give stand the engine's whole kroner, and a column shows what differs.
 *
 * @param notice says that figures are invented; empty when they are not
 */
public record RunWorkbook(ComputedRun run, Texts texts, Language language, String notice) {
    /** The bytes of the file; {@code compared} is empty when nothing could be compared. */
    public byte[] write(Optional<CompareAllocations.Compared> compared, Map<String, String> counties) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var styles = new SheetStyles(workbook);
            var parametersSheet = new Sheet(workbook, word("parameters"), styles);
            var resultSheet = new Sheet(workbook, word("result"), styles);
            var sheets = new ArrayList<Sheet>();
            var pots = run.inputs().parameters().pots().size();
            for (var pot = 0; pot < pots; pot++) {
                sheets.add(new Sheet(
                        workbook, pots == 1 ? word("explanation") : word("explanation") + " " + (pot + 1), styles));
            }
            var sums = sheets.stream()
                    .map(sheet -> ExplanationSheet.sum(this, sheet))
                    .toList();
            var parameters = new ParametersSheet(this, parametersSheet).write(sums);
            var amounts = new HashMap<Division.Line, String>();
            for (var pot = 0; pot < pots; pot++) {
                amounts.putAll(new ExplanationSheet(this, sheets.get(pot), pot).write(parameters.get(pot)));
            }
            new ResultSheet(this, resultSheet).write(amounts);
            var comparison = new Sheet(workbook, word("comparison"), styles);
            new ComparisonSheet(this, comparison, counties).write(compared);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.setForceFormulaRecalculation(true);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word of the workbook in its language. */
    String word(String code) {
        return texts.text(language, "allocation.sheet." + code, Map.of());
    }

    /** What an indicator is called; its code and year where it has no name here. */
    String indicator(String code, int year) {
        return texts.find(language, "allocation.indicator." + code, Map.of()).orElse(code) + " " + year;
    }
}
