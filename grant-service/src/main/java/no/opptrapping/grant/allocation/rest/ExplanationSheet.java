package no.opptrapping.grant.allocation.rest;

import static no.opptrapping.grant.allocation.rest.Sheet.cell;
import static no.opptrapping.grant.allocation.rest.Sheet.fixed;
import static no.opptrapping.grant.allocation.rest.Sheet.formula;
import static no.opptrapping.grant.allocation.rest.Sheet.head;
import static no.opptrapping.grant.allocation.rest.Sheet.nothing;
import static no.opptrapping.grant.allocation.rest.Sheet.number;
import static no.opptrapping.grant.allocation.rest.Sheet.text;
import static no.opptrapping.grant.allocation.rest.Sheet.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.ComputedRun;
import no.opptrapping.grant.allocation.RunInputs;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityLine;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.CriterionPart;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionLine;
import no.opptrapping.platform.values.Kroner;

/**
 * How the amounts of one pot came about. By criteria every amount is a formula from the figures, the weights and the
 * budget; what the limits and the rounding did is as the engine gave it, in øre.
 *
 * @param pot which pot, from 0
 */
record ExplanationSheet(RunWorkbook workbook, Sheet sheet, int pot) {
    private static final int FIRST_CRITERION = 2;

    void write(ParametersSheet.Written parameters, ResultSheet.Written result) {
        var division = workbook.run().result().pots().get(pot).division();
        sheet.title(workbook.run().inputs().parameters().pots().get(pot).name(), workbook.notice());
        var lines = division.lines();
        if (lines.isEmpty()) {
            return;
        }
        switch (lines.getFirst()) {
            case ApplicationLine first -> applications(lines, result);
            case PositionLine first -> positions(lines, result);
            case ActivityLine first -> activity(lines, result);
            default -> byCriteria(lines, parameters, result);
        }
        sheet.widths(10, 26, 16, 20);
    }

    private void applications(List<? extends Division.Line> lines, ResultSheet.Written result) {
        sheet.add(heads("number", "name", "reference", "assessed", "smallest-useful", "place", "amount", "reason"));
        sheet.freeze(3);
        var first = sheet.next();
        for (var line : lines) {
            if (line instanceof ApplicationLine one) {
                sheet.add(
                        text(one.recipient().number().value()),
                        text(name(one)),
                        text(one.recipient().reference()),
                        whole(one.assessed()),
                        whole(one.smallestUseful()),
                        one.place().map(place -> whole(place)).orElseGet(Sheet::nothing),
                        formula(result.amounts().getOrDefault(line, "0"), 0),
                        text(workbook.word("reason-"
                                + one.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
            }
        }
        sums(3, 6, first);
    }

    private void positions(List<? extends Division.Line> lines, ResultSheet.Written result) {
        sheet.add(heads("number", "name", "reference", "due", "earlier", "fresh", "by-formula", "difference"));
        sheet.freeze(3);
        var first = sheet.next();
        for (var line : lines) {
            if (line instanceof PositionLine one) {
                var row = sheet.next();
                sheet.add(
                        text(one.recipient().number().value()),
                        text(name(one)),
                        text(one.recipient().reference()),
                        whole(Kroner.sum(one.due())),
                        whole(one.earlier().map(ApplicationLine::amount).orElse(Kroner.ZERO)),
                        whole(one.newPositions().map(ApplicationLine::amount).orElse(Kroner.ZERO)),
                        formula(cell(4, row) + "+" + cell(5, row), 0),
                        formula(cell(6, row) + "-" + result.amounts().getOrDefault(line, "0"), 0));
            }
        }
        sums(3, 7, first);
    }

    private void activity(List<? extends Division.Line> lines, ResultSheet.Written result) {
        sheet.add(heads("number", "name", "units", "approved", "claim", "amount"));
        sheet.freeze(2);
        var first = sheet.next();
        for (var line : lines) {
            if (line instanceof ActivityLine one) {
                sheet.add(
                        text(one.recipient().number().value()),
                        text(name(one)),
                        number(one.units().value(), 2),
                        text(workbook.word(one.approved() ? "yes" : "no")),
                        whole(one.claim()),
                        formula(result.amounts().getOrDefault(line, "0"), 0));
            }
        }
        sums(4, 5, first);
    }

    private void sums(int from, int to, int first) {
        var last = sheet.next() - 1;
        var cells = new ArrayList<Sheet.Content>(List.of(head(workbook.word("sum"))));
        for (var column = 1; column <= to; column++) {
            cells.add(column < from ? nothing() : formula(Sheet.sum(column, first, last), 0));
        }
        sheet.add(cells);
    }

    private void byCriteria(
            List<? extends Division.Line> lines, ParametersSheet.Written parameters, ResultSheet.Written result) {
        // By imported indices the shares are the engine's; there are no figures to follow them from.
        var criteria = hasIndices() ? List.<CriterionPart>of() : parts(lines.getFirst());
        var share = FIRST_CRITERION + criteria.size();
        var columns = new Columns(
                share, sheet.next(), sheet.next() + 1, parameters.budgets().get(pot));
        var first = sheet.next() + 3;
        var last = first + lines.size() - 1;
        row(
                "weight",
                criteria.size(),
                k -> formula(parameters.weights().get(pot).get(k), 4));
        row("total", criteria.size(), k -> formula(Sheet.sum(FIRST_CRITERION + k, first, last), 0));
        sheet.add(criteriaHeads(criteria, lines.getFirst() instanceof FrameworkLine));
        sheet.freeze(2);
        for (var line : lines) {
            line(line, criteria.isEmpty(), columns, result);
        }
        var sums = new ArrayList<Sheet.Content>(List.of(head(workbook.word("sum")), nothing()));
        criteria.forEach(_ -> sums.add(nothing()));
        sums.add(formula(Sheet.sum(share, first, last), 6));
        IntStream.rangeClosed(share + 1, share + 3)
                .forEach(column -> sums.add(formula(Sheet.sum(column, first, last), 2)));
        sums.add(formula(Sheet.sum(share + 4, first, last), 0));
        sums.add(formula(Sheet.sum(share + 5, first, last), 0));
        sheet.add(sums);
    }

    /** Where a line finds what it is computed from. */
    private record Columns(int share, int weightRow, int totalRow, String budget) {
        /** The weighted shares of the criteria, divided by the sum of the weights, which is one unless normalised. */
        String shareOf(int row) {
            var terms = IntStream.range(FIRST_CRITERION, share)
                    .mapToObj(column ->
                            fixed(column, weightRow) + "*" + cell(column, row) + "/" + fixed(column, totalRow))
                    .toList();
            return "(" + String.join("+", terms) + ")/SUM(" + fixed(FIRST_CRITERION, weightRow) + ":"
                    + fixed(share - 1, weightRow) + ")";
        }
    }

    private void row(String word, int criteria, IntFunction<Sheet.Content> content) {
        var cells = new ArrayList<Sheet.Content>(List.of(head(workbook.word(word)), nothing()));
        IntStream.range(0, criteria).mapToObj(content).forEach(cells::add);
        sheet.add(cells);
    }

    private List<Sheet.Content> criteriaHeads(List<CriterionPart> criteria, boolean framework) {
        var heads = new ArrayList<Sheet.Content>(heads("number", "name"));
        criteria.forEach(part -> {
            var slash = part.indicator().lastIndexOf('/');
            heads.add(head(workbook.indicator(
                    part.indicator().substring(0, slash),
                    Integer.parseInt(part.indicator().substring(slash + 1)))));
        });
        heads.addAll(heads("share", "by-key", "limits", "rounding", "by-formula", "difference"));
        if (framework) {
            heads.addAll(heads("per-inhabitant-part", "equalisation", "need-index"));
        }
        return heads;
    }

    private void line(Division.Line line, boolean withoutFigures, Columns columns, ResultSheet.Written result) {
        var row = sheet.next();
        var share = columns.share();
        var cells = new ArrayList<Sheet.Content>(
                List.of(text(line.recipient().number().value()), text(name(line))));
        if (withoutFigures) {
            cells.add(number(share(line).rounded(12), 6));
        } else {
            parts(line)
                    .forEach(part -> cells.add(number(
                            part.value(), Math.min(2, Math.max(0, part.value().scale())))));
            cells.add(formula(columns.shareOf(row), 6));
        }
        cells.add(formula(cell(share, row) + "*" + columns.budget(), 2));
        switch (line) {
            case CriteriaLine one -> {
                cells.add(ore(one.limitsInOre()));
                cells.add(ore(one.roundingInOre()));
                cells.add(formula(sum(share, row), 0));
                cells.add(difference(result.amounts().getOrDefault(line, "0"), share, row));
            }
            case FrameworkLine one -> {
                cells.add(ore(0));
                cells.add(ore(one.roundingInOre()));
                cells.add(formula(sum(share, row), 0));
                cells.add(difference(Long.toString(one.framework().value()), share, row));
                cells.add(whole(one.perInhabitantPart()));
                cells.add(formula(cell(share + 4, row) + "-" + cell(share + 6, row), 0));
                one.needIndex().ifPresent(index -> cells.add(number(index.rounded(6), 6)));
            }
            default -> throw new IllegalStateException("Not by criteria: " + line.getClass());
        }
        sheet.add(cells);
    }

    private static Sheet.Content difference(String engine, int share, int row) {
        return formula(cell(share + 4, row) + "-" + engine, 0);
    }

    private static String sum(int share, int row) {
        return "ROUND(" + cell(share + 1, row) + "+" + cell(share + 2, row) + "+" + cell(share + 3, row) + ",0)";
    }

    private static Sheet.Content ore(long ore) {
        return number(BigDecimal.valueOf(ore, 2), 2);
    }

    private static List<CriterionPart> parts(Division.Line line) {
        return switch (line) {
            case CriteriaLine one -> one.parts();
            case FrameworkLine one -> one.parts();
            default -> List.of();
        };
    }

    private static Fraction share(Division.Line line) {
        return switch (line) {
            case CriteriaLine one -> one.share();
            case FrameworkLine one -> one.share();
            default -> Fraction.ZERO;
        };
    }

    private boolean hasIndices() {
        return workbook.run().inputs().parameters().pots().get(pot).model().indices() != null;
    }

    private String name(Division.Line line) {
        ComputedRun run = workbook.run();
        return run.municipality(line.recipient().number())
                .map(RunInputs.Municipality::name)
                .orElse("");
    }

    private List<Sheet.Content> heads(String... words) {
        return List.of(words).stream().map(word -> head(workbook.word(word))).toList();
    }
}
