package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;
import static no.opptrapping.grant.allocation.workbook.Sheet.number;
import static no.opptrapping.grant.allocation.workbook.Sheet.text;
import static no.opptrapping.grant.allocation.workbook.Sheet.whole;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingDivision;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingLine;

/** Requests within ceilings: the two rounds as formulas, and beneath them everybody's ceiling by its share. */
record CeilingSheet(RunWorkbook workbook, Sheet sheet, ParametersSheet.Pot cells) {
    private static final int FIGURES = 8;
    private static final int SHARE_DECIMALS = 18;

    Map<Division.Line, String> write(List<? extends Division.Line> lines) {
        var of = new PotTable(workbook, sheet, lines, FIGURES);
        var table = of.table();
        of.sum();
        of.names();
        of.references();
        var ceilings = new Ceilings(of, division(lines));
        var asked = table.summed(of.word("requested"), 0, i -> whole(line(of, i).asked()));
        var share = table.column(of.word("share"), i -> formula(shared(of, i, ceilings.share, ceilings, asked), 6));
        var told = division(lines).told();
        var ceiling = table.summed(
                of.word("ceiling"),
                0,
                i -> told
                        ? whole(line(of, i).ceiling())
                        : formula(shared(of, i, ceilings.rounded, ceilings, asked), 0));
        var first = table.summed(
                of.word("first-round"),
                0,
                i -> formula("MIN(" + table.at(asked, i) + "," + table.at(ceiling, i) + ")", 0));
        var more = table.summed(
                of.word("asked-beyond"),
                0,
                i -> formula(
                        "IF(" + table.at(share, i) + ">0," + table.at(asked, i) + "-" + table.at(first, i) + ",0)", 0));
        var second = new int[1];
        table.summed(of.word("second-round"), 0, i -> formula(table.at(second[0], i), 0));
        var amount = new int[1];
        of.amounts(_ -> amount[0]);
        var left =
                table.figure(of.word("left-by-first"), formula(cells.budget() + "-SUM(" + table.all(first) + ")", 0));
        second[0] = of.steps().proportional("", more, share, left, cells.unit());
        amount[0] = table.formulas(of.word("given") + " 2", 0, i -> table.at(first, i) + "+" + table.at(second[0], i));
        table.write(3);
        ceilings.table.write(0);
        return of.written();
    }

    /** What a request has of a column of everybody's: all of its municipalities', or its part where they are shared. */
    private static String shared(PotTable of, int row, int column, Ceilings ceilings, int asked) {
        var group = group(of, row);
        var sum = ceilings.sum(column, group.stream().map(i -> line(of, i)).toList());
        var all = group.stream().mapToLong(i -> line(of, i).asked().value()).sum();
        if (group.size() == 1 || all == 0) {
            return sum;
        }
        var together = asked(of, group, asked);
        if (column == ceilings.share) {
            return "(" + sum + ")*" + of.table().at(asked, row) + "/(" + together + ")";
        }
        var before = group.subList(0, group.indexOf(row));
        var until =
                "INT((" + sum + ")*(" + asked(of, group.subList(0, before.size() + 1), asked) + ")/(" + together + "))";
        return before.isEmpty()
                ? until
                : until + "-INT((" + sum + ")*(" + asked(of, before, asked) + ")/(" + together + "))";
    }

    private static String asked(PotTable of, List<Integer> rows, int asked) {
        return rows.stream().map(i -> of.table().at(asked, i)).collect(Collectors.joining("+"));
    }

    /** The rows of the requests that have municipalities in common with this one, by others or by themselves. */
    private static List<Integer> group(PotTable of, int row) {
        var rows = new TreeSet<>(List.of(row));
        var municipalities = new HashSet<>(line(of, row).of());
        for (var found = line(of, row).isShared(); found; ) {
            found = false;
            for (var i = 0; i < of.lines().size(); i++) {
                if (!Collections.disjoint(line(of, i).of(), municipalities) && rows.add(i)) {
                    municipalities.addAll(line(of, i).of());
                    found = true;
                }
            }
        }
        return List.copyOf(rows);
    }

    private CeilingDivision division(List<? extends Division.Line> lines) {
        return workbook.run().result().pots().stream()
                .map(pot -> pot.division())
                .filter(division -> division.lines().equals(lines))
                .filter(CeilingDivision.class::isInstance)
                .map(CeilingDivision.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No division by ceilings"));
    }

    private static CeilingLine line(PotTable of, int row) {
        return (CeilingLine) of.lines().get(row);
    }

    /** Everybody's ceiling: the one that was told, else the share of the budget, rounded. */
    private final class Ceilings {
        private final FormulaTable table;
        private final Map<Recipient, Integer> rows = new HashMap<>();
        private final int share;
        private final int rounded;

        Ceilings(PotTable of, CeilingDivision division) {
            var all = division.ceilings();
            this.table = FormulaTable.beneath(sheet, workbook.word("sum"), of.table(), all.size());
            for (var i = 0; i < all.size(); i++) {
                rows.put(all.get(i).recipient(), i);
            }
            table.column(
                    workbook.word("number"), i -> text(all.get(i).recipient().toString()));
            this.share = table.summed(
                    workbook.word("share"), 6, i -> number(all.get(i).share().rounded(SHARE_DECIMALS), 6));
            if (division.told()) {
                this.rounded = table.summed(
                        workbook.word("ceiling"), 0, i -> whole(all.get(i).amount()));
                return;
            }
            var exact = table.formulas(workbook.word("exact"), 2, i -> cells.budget() + "*" + table.at(share, i));
            this.rounded = new FormulaSteps(workbook, table).round("", exact, cells.unit(), null);
        }

        /** What the municipalities that ask together have of a column. */
        String sum(int column, List<CeilingLine> lines) {
            var cells = lines.stream()
                    .flatMap(line -> line.of().stream())
                    .distinct()
                    .map(rows::get)
                    .filter(Objects::nonNull)
                    .map(row -> table.at(column, row))
                    .collect(Collectors.joining("+"));
            return cells.isEmpty() ? "0" : cells;
        }
    }
}
