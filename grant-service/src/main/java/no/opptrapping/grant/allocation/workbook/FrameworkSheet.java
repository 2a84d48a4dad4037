package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;

import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.inputs.PotModel;

/** The framework grant by its key, and the step to it from earmarked money, with guarantee and phase-in as formulas. */
record FrameworkSheet(RunWorkbook workbook, Sheet sheet, ParametersSheet.Pot cells, PotModel model) {
    private static final int FIGURES = CriteriaColumns.FIGURES + 14;

    Map<Division.Line, String> write(List<? extends Division.Line> lines) {
        var of = new PotTable(workbook, sheet, lines, FIGURES);
        var table = of.table();
        of.sum();
        of.names();
        var columns = new CriteriaColumns(workbook, of, model, cells.weights()).write();
        var people = columns.inhabitants();
        if (model.whole() != null) {
            new WholeColumns(of, cells, model.whole(), columns).write();
            return of.written();
        }
        var everybody = of.steps().total(of.word("people"), people);
        var byKey = table.summed(
                of.word("by-key"), 2, i -> formula(table.at(columns.share(), i) + "*" + cells.budget(), 2));
        var framework = new int[1];
        var each = new int[1];
        table.summed(of.word("rounding"), 2, i -> formula(table.at(framework[0], i) + "-" + table.at(byKey, i), 2));
        table.summed(of.word("framework"), 0, i -> formula(table.at(framework[0], i), 0));
        table.summed(of.word("per-inhabitant-part"), 0, i -> formula(table.at(each[0], i), 0));
        table.summed(
                of.word("equalisation"), 0, i -> formula(table.at(framework[0], i) + "-" + table.at(each[0], i), 0));
        table.column(
                of.word("need-per-inhabitant"),
                i -> formula(
                        "IF(" + table.at(people, i) + ">0," + table.at(columns.share(), i) + "*SUM(" + table.all(people)
                                + ")/" + table.at(people, i) + ",\"\")",
                        6));
        var amount = new int[1];
        var step = model.step()
                .map(asked -> new StepColumns(
                        of,
                        cells,
                        asked.guarantee() == null ? null : asked.guarantee().variant(),
                        asked.phaseIn(),
                        people,
                        cells.unit()));
        step.ifPresent(one -> one.show(framework));
        of.amounts(_ -> amount[0]);
        framework[0] = of.steps().round(" 1", byKey, cells.unit(), null);
        var exactEach = table.formulas(
                of.word("per-inhabitant-exact"), 2, i -> cells.budget() + "*" + table.at(people, i) + "/" + everybody);
        each[0] = of.steps().round(" 2", exactEach, cells.unit(), null);
        amount[0] = step.map(StepColumns::compute).orElse(framework[0]);
        table.write(2);
        return of.written();
    }
}
