package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.cell;
import static no.opptrapping.grant.allocation.workbook.Sheet.formula;
import static no.opptrapping.grant.allocation.workbook.Sheet.head;
import static no.opptrapping.grant.allocation.workbook.Sheet.nothing;
import static no.opptrapping.grant.allocation.workbook.Sheet.number;
import static no.opptrapping.grant.allocation.workbook.Sheet.text;
import static no.opptrapping.grant.allocation.workbook.Sheet.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.comparison.CompareAllocations;
import no.opptrapping.grant.allocation.comparison.Comparison;
import no.opptrapping.grant.allocation.comparison.Grouping;

/** The run beside other divisions: the sides, then every grouping, then every municipality. */
record ComparisonSheet(RunWorkbook workbook, Sheet sheet, Map<String, String> counties) {
    private static final int FIRST_AMOUNT = 3;
    private static final List<Grouping> GROUPS = List.of(
            Grouping.COUNTY,
            Grouping.KOSTRA_GROUP,
            Grouping.POPULATION_CLASS,
            Grouping.HEALTH_REGION,
            Grouping.HEALTH_TRUST_AREA,
            Grouping.MUNICIPALITY);

    void write(Optional<CompareAllocations.Compared> compared) {
        sheet.title(workbook.word("comparison"), workbook.notice());
        if (compared.isEmpty()) {
            sheet.add(text(workbook.word("nothing-compared")));
            return;
        }
        write(compared.get());
        sheet.widths(16, 26, 16, 16);
    }

    private void write(CompareAllocations.Compared compared) {
        sheet.add(
                head(workbook.word("structure-date")),
                text(compared.structureDate().toString()));
        sheet.add(head(workbook.word("population-year")), text(Integer.toString(compared.populationYear())));
        sheet.add(head(workbook.word("beyond")), number(compared.beyond().value(), 2));
        sheet.skip();
        sides(compared);
        var names = new RowNames(workbook.texts(), workbook.language(), counties);
        for (var grouping : GROUPS) {
            sheet.skip();
            rows(compared, grouping, names);
        }
    }

    private void sides(CompareAllocations.Compared compared) {
        sheet.add(heads(
                "side", "name", "year", "sum", "gini", "winners", "losers", "largest-loss", "loss-per-inhabitant"));
        var comparison = compared.comparison();
        for (var i = 0; i < compared.sides().size(); i++) {
            var cells = new ArrayList<Sheet.Content>(List.of(
                    text(side(i)),
                    text(compared.sides().get(i).name().orElseGet(() -> workbook.word("awards"))),
                    text(Integer.toString(compared.sides().get(i).year())),
                    whole(compared.sides().get(i).sum()),
                    comparison.gini(i).map(gini -> number(gini.rounded(6), 6)).orElseGet(Sheet::nothing)));
            if (i > 0) {
                var other = i;
                var tally = comparison.total().tallies().get(i - 1);
                var loss = comparison.largestLoss(i);
                cells.add(whole(tally.winners()));
                cells.add(whole(tally.losers()));
                cells.add(text(loss.map(RowNames::ofMunicipality).orElse("")));
                cells.add(loss.flatMap(row -> row.changePerInhabitant(other))
                        .map(change -> number(change.rounded(2), 2))
                        .orElseGet(Sheet::nothing));
            }
            sheet.add(cells);
        }
        sheet.add(text(workbook.word("gini-formula")));
    }

    private void rows(CompareAllocations.Compared compared, Grouping grouping, RowNames names) {
        var sides = compared.sides().size();
        var heads = new ArrayList<>(heads(grouping.code(), "name", "inhabitants"));
        add(heads, 0, sides, i -> head(side(i)));
        add(heads, 1, sides, i -> head(workbook.word("change-from") + " " + side(i)));
        add(heads, 1, sides, i -> head(workbook.word("change-per-inhabitant-from") + " " + side(i)));
        sheet.add(heads);
        var first = sheet.next();
        compared.comparison().rows(grouping).forEach(row -> row(row, grouping, names, sides));
        var last = sheet.next() - 1;
        var sums = new ArrayList<Sheet.Content>(
                List.of(head(workbook.word("sum")), nothing(), formula(Sheet.sum(2, first, last), 0)));
        add(sums, 0, sides, i -> formula(Sheet.sum(FIRST_AMOUNT + i, first, last), 0));
        add(sums, 1, sides, i -> formula(Sheet.sum(FIRST_AMOUNT + sides + i - 1, first, last), 0));
        sheet.add(sums);
    }

    private void row(Comparison.Row row, Grouping grouping, RowNames names, int sides) {
        var at = sheet.next();
        var cells = new ArrayList<Sheet.Content>(List.of(
                text(row.key()),
                text(names.of(grouping, row)),
                row.inhabitants().map(people -> number(people.rounded(2), 0)).orElseGet(Sheet::nothing)));
        add(cells, 0, sides, i -> whole(row.amounts().get(i)));
        add(cells, 1, sides, i -> formula(cell(FIRST_AMOUNT, at) + "-" + cell(FIRST_AMOUNT + i, at), 0));
        add(
                cells,
                1,
                sides,
                i -> formula(
                        "IF(" + cell(2, at) + ">0," + cell(FIRST_AMOUNT + sides + i - 1, at) + "/" + cell(2, at)
                                + ",\"\")",
                        2));
        sheet.add(cells);
    }

    private static void add(List<Sheet.Content> cells, int from, int until, IntFunction<Sheet.Content> content) {
        IntStream.range(from, until).mapToObj(content).forEach(cells::add);
    }

    private String side(int index) {
        return workbook.word("side") + " " + (index + 1);
    }

    private List<Sheet.Content> heads(String... words) {
        return List.of(words).stream().map(word -> head(workbook.word(word))).toList();
    }
}
