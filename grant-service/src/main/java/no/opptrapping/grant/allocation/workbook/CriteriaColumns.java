package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;
import static no.opptrapping.grant.allocation.workbook.Sheet.head;
import static no.opptrapping.grant.allocation.workbook.Sheet.nothing;
import static no.opptrapping.grant.allocation.workbook.Sheet.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.inputs.PotModel;
import org.jspecify.annotations.Nullable;

/**
 * The columns that lead from figures to shares: by criteria and weights, or by published need indices, where those that
 * have none go by the own key.
 */
record CriteriaColumns(RunWorkbook workbook, PotTable of, PotModel model, List<String> weights) {
    private static final int FIRST = 2;

    /** How many rows above the table weights and totals take. */
    static final int FIGURES = 4;

    /** Where the inhabitants and the shares stand, and by need indices the needs. */
    record Written(int inhabitants, int share, @Nullable Integer needs) {}

    Written write() {
        var table = of.table();
        var criteria = model.weights();
        for (var weight : criteria) {
            table.column(workbook.indicator(weight.indicator(), weight.year()), i -> figure(i, weight));
        }
        var inhabitants = of.inhabitants();
        var weightRow = new ArrayList<>(List.of(head(of.word("weight")), nothing()));
        weights.forEach(cell -> weightRow.add(formula(cell, 4)));
        var weightsAt = table.line(weightRow);
        var totalRow = new ArrayList<>(List.of(head(of.word("total")), nothing()));
        IntStream.range(0, criteria.size()).forEach(k -> totalRow.add(formula("SUM(" + table.all(FIRST + k) + ")", 0)));
        var totalsAt = table.line(totalRow);
        var byKey = new ByKey(table, criteria.size(), weightsAt, totalsAt);
        var indices = model.indices();
        if (indices == null) {
            return new Written(inhabitants, table.summed(of.word("share"), 6, i -> formula(byKey.share(i), 6)), null);
        }
        var index = table.column(
                of.word("need-index"),
                i -> Optional.ofNullable(indices.values().get(of.municipality(i).number()))
                        .map(value -> number(new BigDecimal(value), 4))
                        .orElseGet(Sheet::nothing));
        var people = of.steps().total(of.word("all-inhabitants"), inhabitants);
        var needs = table.summed(
                of.word("needs"),
                2,
                i -> formula(
                        "IF(" + table.at(index, i) + "<>\"\"," + table.at(index, i) + "*" + table.at(inhabitants, i)
                                + "," + byKey.share(i) + "*" + people + ")",
                        2));
        return new Written(
                inhabitants,
                table.summed(
                        of.word("share"), 6, i -> formula(table.at(needs, i) + "/SUM(" + table.all(needs) + ")", 6)),
                needs);
    }

    private Sheet.Content figure(int row, PotModel.Weight weight) {
        var value = of.municipality(row).values().get(weight.figures());
        return value == null
                ? nothing()
                : number(new BigDecimal(value), Math.min(2, Math.max(0, new BigDecimal(value).scale())));
    }

    /** The weighted shares of the criteria, divided by the sum of the weights, which is one unless normalised. */
    private record ByKey(FormulaTable table, int criteria, int weightsAt, int totalsAt) {
        String share(int row) {
            if (criteria == 0) {
                return "0";
            }
            var terms = IntStream.range(FIRST, FIRST + criteria)
                    .mapToObj(column -> Sheet.fixed(column, weightsAt) + "*" + table.at(column, row) + "/"
                            + Sheet.fixed(column, totalsAt))
                    .collect(Collectors.joining("+"));
            return "(" + terms + ")/SUM(" + Sheet.fixed(FIRST, weightsAt) + ":"
                    + Sheet.fixed(FIRST + criteria - 1, weightsAt) + ")";
        }
    }
}
