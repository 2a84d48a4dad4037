package no.opptrapping.grant.allocation.workbook;

import java.util.Map;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.PotModel;

/**
 * How the amounts of one pot come about: every step from figures and parameters to whole kroner is a formula, and beside
 * what the formulas give stands what the engine gave.
 *
 * @param pot which pot, from 0
 */
record ExplanationSheet(RunWorkbook workbook, Sheet sheet, int pot) {
    /** Where the sum of what the formulas give stands, as other sheets name it. */
    static String sum(RunWorkbook workbook, Sheet sheet) {
        return sheet.elsewhere(1, workbook.notice().isEmpty() ? 3 : 4);
    }

    /** Writes the sheet and answers where the result finds the amount of each line. */
    Map<Division.Line, String> write(ParametersSheet.Pot cells) {
        var parameters = workbook.run().inputs().parameters().pots().get(pot);
        var lines = workbook.run().result().pots().get(pot).division().lines();
        sheet.title(parameters.name(), workbook.notice());
        if (lines.isEmpty()) {
            return Map.of();
        }
        var claims = new ClaimsSheets(workbook, sheet, cells);
        var written = switch (parameters.model()) {
            case PotModel.Objective model -> new CriteriaSheet(workbook, sheet, cells, model).write(lines);
            case CallModel.Application model -> claims.applications(model, lines);
            case CallModel.Positions model -> claims.positions(model, lines);
            case CallModel.Ceiling model -> new CeilingSheet(workbook, sheet, cells).write(lines);
            case PotModel.Activity model -> claims.activity(lines);
            case PotModel.Framework model -> new FrameworkSheet(workbook, sheet, cells, model).write(lines);
            case PotModel.Incorporation model -> new FrameworkSheet(workbook, sheet, cells, model).write(lines);
        };
        sheet.widths(24, 26, 16, 20);
        return written;
    }
}
