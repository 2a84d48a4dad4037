package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;
import static no.opptrapping.grant.allocation.workbook.Sheet.whole;

import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.platform.values.Kroner;

/** The framework grant by its key, and the step to it from earmarked money, with guarantee and phase-in as formulas. */
record FrameworkSheet(RunWorkbook workbook, Sheet sheet, ParametersSheet.Pot cells, PotModel model) {
    private static final int FIGURES = CriteriaColumns.FIGURES + 12;

    Map<Division.Line, String> write(List<? extends Division.Line> lines) {
        var of = new PotTable(workbook, sheet, lines, FIGURES);
        var table = of.table();
        of.sum();
        of.names();
        var columns = new CriteriaColumns(workbook, of, model, cells.weights()).write();
        var people = columns.inhabitants();
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
        var step = model.step().map(incorporation -> new StepColumns(of, cells, incorporation, people));
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

    /** The columns of the step; what is shown comes before what it is computed from. */
    private static final class StepColumns {
        private final PotTable of;
        private final FormulaTable table;
        private final ParametersSheet.Pot cells;
        private final PotModel.Incorporation model;
        private final int people;
        private int[] framework = {};
        private int before;
        private int compensation;
        private int deduction;
        private int phaseIn;
        private int exact;
        private int rounded;

        StepColumns(PotTable of, ParametersSheet.Pot cells, PotModel.Incorporation model, int people) {
            this.of = of;
            this.table = of.table();
            this.cells = cells;
            this.model = model;
            this.people = people;
        }

        void show(int[] byKey) {
            framework = byKey;
            before = table.summed(of.word("before"), 0, i -> whole(before(i)));
            table.summed(of.word("compensation"), 2, i -> formula(table.at(compensation, i), 2));
            table.summed(of.word("deduction"), 2, i -> formula(table.at(deduction, i), 2));
            table.summed(of.word("phased-in"), 2, i -> formula(table.at(phaseIn, i), 2));
            table.summed(of.word("step-rounding"), 2, i -> formula(table.at(rounded, i) + "-" + table.at(exact, i), 2));
        }

        private Kroner before(int row) {
            return of.lines().get(row) instanceof FrameworkLine line
                    ? line.step().map(Incorporation.Step::before).orElse(Kroner.ZERO)
                    : Kroner.ZERO;
        }

        /** The column of the final amounts. */
        int compute() {
            if (model.guarantee() == null) {
                compensation = table.formulas(of.word("compensation-exact"), 2, i -> "0");
                deduction = table.formulas(of.word("deduction-exact"), 2, i -> "0");
            } else {
                guarantee(model.guarantee().variant() == GuaranteeVariant.STRICT);
            }
            phaseIn = table.formulas(
                    of.word("phase-in-exact"),
                    2,
                    i -> model.phaseIn() == null
                            ? "0"
                            : "(" + table.at(before, i) + "-" + at(i) + ")*("
                                    + cells.named().get("phase-years") + "-"
                                    + cells.named().get("phase-year") + ")/"
                                    + cells.named().get("phase-years"));
            exact = table.formulas(
                    of.word("after-exact"),
                    2,
                    i -> at(i) + "+" + table.at(compensation, i) + "-" + table.at(deduction, i) + "+"
                            + table.at(phaseIn, i));
            rounded = of.steps().round(" 4", exact, cells.unit(), null);
            return rounded;
        }

        private String at(int row) {
            return table.at(framework[0], row);
        }

        /** What each is guaranteed, gets for it and pays for it; everybody pays the same per inhabitant, within its means. */
        private void guarantee(boolean strict) {
            var perInhabitant = table.figure(
                    of.word("guaranteed-change"),
                    formula(
                            "(SUM(" + table.all(framework[0]) + ")-SUM(" + table.all(before) + "))/SUM("
                                    + table.all(people) + ")-" + cells.named().get("threshold"),
                            6));
            var least = table.formulas(
                    of.word("guaranteed"),
                    2,
                    i -> strict
                            ? "MAX(0," + table.at(before, i) + "+" + perInhabitant + "*" + table.at(people, i) + ")"
                            : table.at(before, i) + "+" + perInhabitant + "*" + table.at(people, i));
            compensation = table.formulas(
                    of.word("compensation-exact"), 2, i -> "MAX(0," + table.at(least, i) + "-" + at(i) + ")");
            var most = table.formulas(
                    of.word("most-to-pay"),
                    2,
                    i -> strict
                            ? "MAX(0," + at(i) + "-" + table.at(least, i) + ")"
                            : at(i) + "+" + table.at(compensation, i));
            var all = of.steps().total(of.word("all-compensation"), compensation);
            deduction = of.steps().fill(" 3", all, people, null, most);
        }
    }
}
