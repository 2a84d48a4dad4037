package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;

import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.inputs.PotModel;
import org.jspecify.annotations.Nullable;

/** A pot divided by objective criteria, from figures to kroner, with floors, caps and rounding as formulas. */
record CriteriaSheet(RunWorkbook workbook, Sheet sheet, ParametersSheet.Pot cells, PotModel.Objective model) {
    private static final int FIGURES = CriteriaColumns.FIGURES + 5;

    Map<Division.Line, String> write(List<? extends Division.Line> lines) {
        var of = new PotTable(workbook, sheet, lines, FIGURES);
        var table = of.table();
        of.sum();
        of.names();
        var columns = new CriteriaColumns(workbook, of, model, cells.weights()).write();
        var byKey = table.summed(
                of.word("by-key"), 2, i -> formula(table.at(columns.share(), i) + "*" + cells.budget(), 2));
        var floor = limit(of, "floor", model.floors(), columns.inhabitants());
        var cap = limit(of, "cap", model.caps(), columns.inhabitants());
        var exact = new int[1];
        var rounded = new int[1];
        table.summed(of.word("limits"), 2, i -> formula(table.at(exact[0], i) + "-" + table.at(byKey, i), 2));
        table.summed(of.word("rounding"), 2, i -> formula(table.at(rounded[0], i) + "-" + table.at(exact[0], i), 2));
        of.amounts(_ -> rounded[0]);
        exact[0] = of.steps().fill("", cells.budget(), columns.share(), floor, cap);
        rounded[0] = of.steps().round("", exact[0], cells.unit(), cap);
        table.write(2);
        return of.written();
    }

    /** The column of a limit, the same for all, of each, or per inhabitant; null where there is none. */
    private @Nullable Integer limit(PotTable of, String name, @Nullable Map<String, Long> each, int inhabitants) {
        var table = of.table();
        var same = cells.named().get(name);
        var perInhabitant = cells.named().get(name + "-per-inhabitant");
        if (same != null) {
            return table.formulas(of.word(name), 0, i -> same);
        }
        if (perInhabitant != null) {
            return table.formulas(of.word(name), 0, i -> {
                var units = "ROUND(" + perInhabitant + "*" + table.at(inhabitants, i) + "/" + cells.unit() + ",9)";
                return (name.equals("floor") ? "-INT(-" + units + ")" : "INT(" + units + ")") + "*" + cells.unit();
            });
        }
        return each == null
                ? null
                : table.column(
                        of.word(name),
                        i -> FormulaSteps.orNothing(each.get(of.municipality(i).number())));
    }
}
