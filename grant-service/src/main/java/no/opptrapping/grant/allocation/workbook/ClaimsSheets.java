package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;
import static no.opptrapping.grant.allocation.workbook.Sheet.number;
import static no.opptrapping.grant.allocation.workbook.Sheet.text;
import static no.opptrapping.grant.allocation.workbook.Sheet.whole;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityLine;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;

/** A pot divided among claims: applications, positions or activity, each with its own way to the claim. */
record ClaimsSheets(RunWorkbook workbook, Sheet sheet, ParametersSheet.Pot cells) {
    private static final int FIGURES = 11;

    Map<Division.Line, String> applications(CallModel.Application model, List<? extends Division.Line> lines) {
        var of = new PotTable(workbook, sheet, lines, FIGURES);
        of.sum();
        of.names();
        of.references();
        var table = of.table();
        var assessed = table.summed(
                of.word("assessed"), 0, i -> whole(of.application(i).assessed()));
        var useful = table.column(
                of.word("smallest-useful"), i -> whole(of.application(i).smallestUseful()));
        var amount = new int[1];
        of.amounts(_ -> amount[0]);
        reasons(of);
        amount[0] = divided(of, "", model, assessed, useful, cells.budget());
        table.write(3);
        return of.written();
    }

    private static void reasons(PotTable of) {
        of.table()
                .column(
                        of.word("reason"),
                        i -> of.lines().get(i) instanceof ApplicationLine line
                                ? text(of.word("reason-"
                                        + line.reason()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')))
                                : Sheet.nothing());
    }

    /** The column of what claims are given by the call's rule. */
    private int divided(PotTable of, String suffix, CallModel model, int claim, int useful, String budget) {
        var table = of.table();
        return switch (Objects.requireNonNullElse(model.rule(), DivisionRule.RANKED)) {
            case PROPORTIONAL, WITHIN_CEILING -> of.steps().proportional(suffix, claim, claim, budget, cells.unit());
            case SCORE_WEIGHTED -> {
                var score = table.column(of.word("score") + suffix, i -> score(of.application(i)));
                var weight = table.formulas(
                        of.word("weight-of-claim") + suffix, 2, i -> table.at(claim, i) + "*" + table.at(score, i));
                yield of.steps().proportional(suffix, claim, weight, budget, cells.unit());
            }
            case RANKED -> {
                var byRank = ofPot().stream().allMatch(application -> application.rank() != null);
                var standing = table.column(of.word(byRank ? "rank" : "score-from-behind") + suffix, i -> {
                    var application = of.application(i);
                    var score = score(application);
                    return byRank && application.rank() != null ? whole(application.rank()) : negated(score);
                });
                var submitted = submitted();
                var tie = table.column(of.word("tie") + suffix, i -> switch (Objects.requireNonNullElse(
                        model.tieRule(), TieRule.NONE)) {
                    case EARLIEST ->
                        whole(submitted.indexOf(Instant.parse(of.application(i).submittedAt())));
                    case LARGER -> formula("-" + table.at(claim, i), 0);
                    case NONE -> whole(0);
                });
                yield of.steps().ranked(suffix, claim, useful, standing, tie, budget);
            }
        };
    }

    private List<RunInputs.Application> ofPot() {
        return workbook.run().inputs().applications();
    }

    /** When applications came, the first first. */
    private List<Instant> submitted() {
        var all = new TreeSet<Instant>();
        ofPot().forEach(application -> all.add(Instant.parse(application.submittedAt())));
        return new ArrayList<>(all);
    }

    private static Sheet.Content score(RunInputs.Application application) {
        return number(application.score() == null ? BigDecimal.ZERO : new BigDecimal(application.score()), 2);
    }

    private static Sheet.Content negated(Sheet.Content score) {
        return score instanceof Sheet.Content.Figure(var figure, var decimals)
                ? number(figure.negate(), decimals)
                : score;
    }

    Map<Division.Line, String> positions(CallModel.Positions model, List<? extends Division.Line> lines) {
        var of = new PotTable(workbook, sheet, lines, 2 * FIGURES);
        var table = of.table();
        of.sum();
        of.names();
        var reference = of.references();
        var each = new Positions(workbook, sheet, cells, of);
        var asked =
                table.summed(of.word("asked"), 0, i -> whole(of.application(i).asked()));
        var assessed = table.summed(
                of.word("assessed"), 0, i -> whole(of.application(i).assessed()));
        var useful = table.column(
                of.word("smallest-useful"), i -> whole(of.application(i).smallestUseful()));
        var dueEarlier =
                table.summed(of.word("due-earlier"), 0, i -> formula(each.due(table.at(reference, i), ">1"), 0));
        var dueNew = table.summed(of.word("due-new"), 0, i -> formula(each.due(table.at(reference, i), "<=1"), 0));
        var limits = new Limits(table, workbook.run(), asked, assessed, useful);
        var claimEarlier =
                table.summed(of.word("within-earlier"), 0, i -> formula(limits.earlier(dueEarlier, dueNew, i), 0));
        var claimNew = table.summed(of.word("within-new"), 0, i -> formula(limits.fresh(dueEarlier, dueNew, i), 0));
        var earlier = new int[1];
        var fresh = new int[1];
        var amount = new int[1];
        table.summed(of.word("earlier"), 0, i -> formula(table.at(earlier[0], i), 0));
        table.summed(of.word("fresh"), 0, i -> formula(table.at(fresh[0], i), 0));
        of.amounts(_ -> amount[0]);
        var leastEarlier = table.formulas(
                of.word("smallest-useful") + " 1",
                0,
                i -> "MIN(" + table.at(useful, i) + "," + table.at(claimEarlier, i) + ")");
        earlier[0] = divided(of, " 1", model, claimEarlier, leastEarlier, cells.budget());
        var left = table.figure(
                of.word("left-for-new"),
                formula(
                        "IF(SUM(" + table.all(claimEarlier) + ")>" + cells.budget() + ",0," + cells.budget() + "-SUM("
                                + table.all(earlier[0]) + "))",
                        0));
        var leastNew = table.formulas(
                of.word("smallest-useful") + " 2",
                0,
                i -> "MAX(0," + table.at(useful, i) + "-" + table.at(claimEarlier, i) + ")");
        fresh[0] = divided(of, " 2", model, claimNew, leastNew, left);
        amount[0] = table.formulas(of.word("given"), 0, i -> table.at(earlier[0], i) + "+" + table.at(fresh[0], i));
        table.write(3);
        each.write();
        return of.written();
    }

    /** What limits an application as a whole, earlier positions counted first. */
    private record Limits(FormulaTable table, ComputedRun run, int asked, int assessed, int useful) {
        /** The first engine limited positions by what was asked for alone. */
        private String most(int row) {
            return run.inputs().ofFirstEngine()
                    ? table.at(asked, row)
                    : "MIN(" + table.at(asked, row) + "," + table.at(assessed, row) + ")";
        }

        private String within(int dueEarlier, int row) {
            return "MIN(" + table.at(dueEarlier, row) + "," + most(row) + ")";
        }

        /** Nothing where all positions come to less than the smallest useful amount. */
        private String ifUseful(int dueEarlier, int dueNew, int row, String claim) {
            return run.inputs().ofFirstEngine()
                    ? claim
                    : "IF(MIN(" + table.at(dueEarlier, row) + "+" + table.at(dueNew, row) + "," + most(row) + ")<"
                            + table.at(useful, row) + ",0," + claim + ")";
        }

        String earlier(int dueEarlier, int dueNew, int row) {
            return ifUseful(dueEarlier, dueNew, row, within(dueEarlier, row));
        }

        String fresh(int dueEarlier, int dueNew, int row) {
            return ifUseful(
                    dueEarlier,
                    dueNew,
                    row,
                    "MIN(" + table.at(dueNew, row) + "," + most(row) + "-" + within(dueEarlier, row) + ")");
        }
    }

    Map<Division.Line, String> activity(List<? extends Division.Line> lines) {
        var of = new PotTable(workbook, sheet, lines, FIGURES);
        var table = of.table();
        of.sum();
        of.names();
        var units = table.column(
                of.word("units"),
                i -> lines.get(i) instanceof ActivityLine line
                        ? number(line.units().value(), 2)
                        : Sheet.nothing());
        var approved = table.column(
                of.word("approved"),
                i -> text(of.word(lines.get(i) instanceof ActivityLine line && line.approved() ? "yes" : "no")));
        var claim = table.summed(
                of.word("claim"),
                0,
                i -> formula(
                        "IF(" + table.at(approved, i) + "=\"" + of.word("yes") + "\",INT(ROUND(" + table.at(units, i)
                                + "*" + cells.named().get("unit-price") + "*(1-"
                                + cells.named().get("own-share")
                                + "),6)),0)",
                        0));
        var amount = new int[1];
        of.amounts(_ -> amount[0]);
        table.figure(
                of.word("unit-price-used"),
                formula(
                        cells.named().get("unit-price") + "*IF(SUM(" + table.all(claim) + ")>" + cells.budget() + ","
                                + cells.budget() + "/SUM(" + table.all(claim) + "),1)",
                        6));
        amount[0] = of.steps().proportional("", claim, claim, cells.budget(), cells.unit());
        table.write(2);
        return of.written();
    }

    /** The positions one by one, beneath the applications: rate times percentage times factor, rounded down. */
    private static final class Positions {
        private final FormulaTable table;
        private final int reference;
        private final int year;
        private final int due;

        private record Row(String reference, BigDecimal percent, int year) {}

        Positions(RunWorkbook workbook, Sheet sheet, ParametersSheet.Pot cells, PotTable of) {
            var rows = new ArrayList<Row>();
            for (var i = 0; i < of.lines().size(); i++) {
                var application = of.application(i);
                for (var one : application.each()) {
                    rows.add(new Row(application.reference(), BigDecimal.valueOf(one.percent()), one.year()));
                }
            }
            this.table = FormulaTable.beneath(sheet, workbook.word("sum"), of.table(), rows.size());
            this.reference = table.column(
                    workbook.word("reference"), i -> text(rows.get(i).reference()));
            var percent = table.column(
                    workbook.word("percent"), i -> number(rows.get(i).percent(), 0));
            this.year = table.column(
                    workbook.word("project-year"), i -> whole(rows.get(i).year()));
            var steps = cells.named().getOrDefault("step-down", "");
            var factor = table.formulas(
                    workbook.word("factor"),
                    2,
                    i -> "IF(" + table.at(year, i) + "<=COUNT(" + steps + "),INDEX(" + steps + "," + table.at(year, i)
                            + "),0)");
            this.due = table.summed(
                    workbook.word("due"),
                    0,
                    i -> formula(
                            "INT(ROUND(" + cells.named().get("rate") + "*" + table.at(percent, i) + "/100*"
                                    + table.at(factor, i) + ",6))",
                            0));
        }

        /** What an application's positions of some years are due. */
        String due(String application, String years) {
            return table.rows() == 0
                    ? "0"
                    : "SUMIFS(" + table.all(due) + "," + table.all(reference) + "," + application + ","
                            + table.all(year) + ",\"" + years + "\")";
        }

        void write() {
            table.write(0);
        }
    }
}
