package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;
import static no.opptrapping.grant.allocation.workbook.Sheet.whole;

import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** The columns of the step; what is shown comes before what it is computed from. */
final class StepColumns {
    private final PotTable of;
    private final FormulaTable table;
    private final ParametersSheet.Pot cells;
    private final @Nullable GuaranteeVariant guarantee;
    private final PotModel.@Nullable PhaseIn phasedIn;
    private final String unit;
    private final int people;
    private int[] framework = {};
    private int before;
    private int compensation;
    private int deduction;
    private int phaseIn;
    private int exact;
    private int rounded;

    StepColumns(
            PotTable of,
            ParametersSheet.Pot cells,
            @Nullable GuaranteeVariant guarantee,
            PotModel.@Nullable PhaseIn phasedIn,
            int people,
            String unit) {
        this.of = of;
        this.table = of.table();
        this.cells = cells;
        this.guarantee = guarantee;
        this.phasedIn = phasedIn;
        this.unit = unit;
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
        if (guarantee == null) {
            compensation = table.formulas(of.word("compensation-exact"), 2, i -> "0");
            deduction = table.formulas(of.word("deduction-exact"), 2, i -> "0");
        } else {
            guarantee(guarantee == GuaranteeVariant.STRICT);
        }
        phaseIn = table.formulas(
                of.word("phase-in-exact"),
                2,
                i -> phasedIn == null
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
        rounded = of.steps().round(" 4", exact, unit, null);
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
                        "(SUM(" + table.all(framework[0]) + ")-SUM(" + table.all(before) + "))/SUM(" + table.all(people)
                                + ")-" + cells.named().get("threshold"),
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
