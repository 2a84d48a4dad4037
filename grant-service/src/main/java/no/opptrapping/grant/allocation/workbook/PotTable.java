package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.text;
import static no.opptrapping.grant.allocation.workbook.Sheet.whole;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.platform.values.Kroner;

/** The table of one pot: its lines, and the amounts that the formulas give them beside those that the engine gave. */
final class PotTable {
    private final RunWorkbook workbook;
    private final FormulaTable table;
    private final List<? extends Division.Line> lines;
    private final Map<Division.Line, String> amounts = new HashMap<>();
    private int byFormula;

    PotTable(RunWorkbook workbook, Sheet sheet, List<? extends Division.Line> lines, int figures) {
        this.workbook = workbook;
        this.lines = lines;
        this.table = new FormulaTable(sheet, workbook.word("sum"), figures + 1, lines.size());
    }

    FormulaTable table() {
        return table;
    }

    FormulaSteps steps() {
        return new FormulaSteps(workbook, table);
    }

    List<? extends Division.Line> lines() {
        return lines;
    }

    String word(String code) {
        return workbook.word(code);
    }

    /** What the formulas sum to, as the first figure of the sheet. */
    void sum() {
        table.figure(word("sum-by-formulas"), () -> Sheet.formula("SUM(" + table.all(byFormula) + ")", 0));
    }

    /** Number and name, which every table begins with. */
    void names() {
        table.column(word("number"), i -> text(recipient(i).number().value()));
        table.column(
                word("name"),
                i -> text(workbook.run()
                        .municipality(recipient(i).number())
                        .map(RunInputs.Municipality::name)
                        .orElse("")));
    }

    /** The reference of the application. */
    @CanIgnoreReturnValue
    int references() {
        return table.column(word("reference"), i -> text(recipient(i).reference()));
    }

    private Recipient recipient(int row) {
        return lines.get(row).recipient();
    }

    /** The municipality of a line, which is in the run's structure. */
    RunInputs.Municipality municipality(int row) {
        var number = recipient(row).number();
        return workbook.run()
                .municipality(number)
                .orElseThrow(() -> new IllegalStateException("Not in the run's structure: " + number));
    }

    RunInputs.Application application(int row) {
        return workbook.run()
                .application(lines.get(row))
                .orElseThrow(() -> new IllegalStateException("No application: " + recipient(row)));
    }

    /** A column of figures; what is unknown stays empty. */
    int inhabitants() {
        return table.column(word("inhabitants"), i -> {
            var people = municipality(i).inhabitants();
            return people == null ? Sheet.nothing() : Sheet.number(new BigDecimal(people), 0);
        });
    }

    /** The amount by the formulas, which the result shows, the engine's, and how they differ; the figure is the sum. */
    void amounts(IntUnaryOperator amount) {
        byFormula = table.summed(word("by-formula"), 0, i -> Sheet.formula(table.at(amount.applyAsInt(i), i), 0));
        var decided = table.summed(word("by-engine"), 0, i -> whole(engine(i)));
        table.summed(word("difference"), 0, i -> Sheet.formula(table.at(byFormula, i) + "-" + table.at(decided, i), 0));
        for (var i = 0; i < lines.size(); i++) {
            amounts.put(lines.get(i), table.elsewhere(byFormula, i));
        }
    }

    private Kroner engine(int row) {
        return lines.get(row).amount();
    }

    /** Where the result finds the amounts. */
    Map<Division.Line, String> written() {
        return amounts;
    }
}
