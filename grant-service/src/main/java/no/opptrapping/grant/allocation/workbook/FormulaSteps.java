package no.opptrapping.grant.allocation.workbook;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.workbook.Sheet.Content;
import org.jspecify.annotations.Nullable;

/**
 * The engine's steps as formulas: a budget filled within floors and caps, rounding by the largest remainder, and claims
 * met in order or in proportion. A spreadsheet calculates in floating point, so amounts are rounded to a millionth of a
 * krone before anything is decided by them.
 */
record FormulaSteps(RunWorkbook workbook, FormulaTable table) {
    private static final String NEVER = "1E+99";
    private static final int EXACT = 6;

    /**
     * What each row has of a budget when amounts are {@code level * weight} within floor and cap. The level is found
     * from the points at which a row leaves its floor or reaches its cap: the last point that the budget reaches, and
     * from there what is left shared by those that still rise.
     */
    int fill(String suffix, String budget, int weight, @Nullable Integer floor, @Nullable Integer cap) {
        if (floor == null && cap == null) {
            var all = total(word("sum-of-weights") + suffix, weight);
            return table.formulas(word("exact") + suffix, 2, i -> budget + "*" + table.at(weight, i) + "/" + all);
        }
        var leaves = table.formulas(
                word("leaves-floor") + suffix,
                EXACT,
                i -> "IF(" + table.at(weight, i) + ">0," + orZero(floor, i) + "/" + table.at(weight, i) + "," + NEVER
                        + ")");
        var reaches = table.formulas(
                word("reaches-cap") + suffix,
                EXACT,
                i -> cap == null
                        ? NEVER
                        : "IF(AND(" + table.at(weight, i) + ">0," + table.at(cap, i) + "<>\"\")," + table.at(cap, i)
                                + "/" + table.at(weight, i) + "," + NEVER + ")");
        var points = new Points(weight, floor, cap, leaves, reaches);
        var reached = Stream.concat(
                        floor == null ? Stream.empty() : Stream.of(point(points, suffix, budget, leaves)),
                        cap == null ? Stream.empty() : Stream.of(point(points, suffix, budget, reaches)))
                .map(table::all)
                .collect(Collectors.joining(","));
        var last = table.figure(word("last-point") + suffix, Sheet.formula("MAX(0," + reached + ")", EXACT));
        var level = table.figure(
                word("level") + suffix,
                Sheet.formula(
                        last + "+IF(" + points.rising(last) + ">0,(" + budget + "-(" + points.sum(last) + "))/"
                                + points.rising(last) + ",0)",
                        EXACT));
        return table.formulas(
                word("exact") + suffix,
                2,
                i -> "IF(" + table.at(weight, i) + ">0,MAX(" + orZero(floor, i) + ","
                        + (cap == null
                                ? level + "*" + table.at(weight, i)
                                : "MIN(" + level + "*" + table.at(weight, i) + ",IF(" + table.at(cap, i) + "=\"\","
                                        + NEVER + "," + table.at(cap, i) + "))")
                        + ")," + orZero(floor, i) + ")");
    }

    /** The sum of a column as a figure of its own, so that no row has to sum it again. */
    String total(String name, int column) {
        return table.figure(name, Sheet.formula("SUM(" + table.all(column) + ")", EXACT));
    }

    /** A point's level where the budget reaches it, else nothing. */
    private int point(Points points, String suffix, String budget, int at) {
        return table.formulas(
                word("reached") + suffix,
                EXACT,
                i -> "IF(" + table.at(at, i) + ">=1E+98,0,IF(" + points.sum(table.at(at, i)) + "<=" + budget
                        + "+0.000001," + table.at(at, i) + ",0))");
    }

    private String orZero(@Nullable Integer column, int row) {
        return column == null ? "0" : table.at(column, row);
    }

    /** Where rows leave their floors and reach their caps. */
    private final class Points {
        private final int weight;
        private final @Nullable Integer floor;
        private final @Nullable Integer cap;
        private final int leaves;
        private final int reaches;

        Points(int weight, @Nullable Integer floor, @Nullable Integer cap, int leaves, int reaches) {
            this.weight = weight;
            this.floor = floor;
            this.cap = cap;
            this.leaves = leaves;
            this.reaches = reaches;
        }

        /** What all rows come to at a level: floors not left, caps reached, and the level times the weights between. */
        String sum(String level) {
            return (floor == null ? "0" : sumIf(floor, leaves, ">=", level))
                    + (cap == null
                            ? ""
                            : "+SUMIFS(" + table.all(cap) + "," + table.all(leaves) + ",\"<\"&" + level + ","
                                    + table.all(reaches) + ",\"<=\"&" + level + ")")
                    + "+" + level + "*SUMIFS(" + table.all(weight) + "," + table.all(leaves) + ",\"<\"&" + level + ","
                    + table.all(reaches) + ",\">\"&" + level + ")";
        }

        private String sumIf(int what, int by, String compared, String level) {
            return "SUMIF(" + table.all(by) + ",\"" + compared + "\"&" + level + "," + table.all(what) + ")";
        }

        /** The weights of those that rise just above a level. */
        String rising(String level) {
            var above = level + "*1.000000000001";
            return "SUMIFS(" + table.all(weight) + "," + table.all(leaves) + ",\"<=\"&" + above + ","
                    + table.all(reaches) + ",\">\"&" + above + ")";
        }
    }

    /** Amounts rounded to the unit: whole units, and one more for the largest remainders while there are units left. */
    int round(String suffix, int exact, String unit, @Nullable Integer cap) {
        var sixth = table.formulas(
                word("to-round") + suffix, EXACT, i -> "ROUND(" + table.at(exact, i) + "," + EXACT + ")");
        var units =
                table.formulas(word("units-whole") + suffix, 0, i -> "INT(" + table.at(sixth, i) + "/" + unit + ")");
        var remainder = table.formulas(
                word("remainder") + suffix,
                EXACT,
                i -> "ROUND(" + table.at(sixth, i) + "-" + table.at(units, i) + "*" + unit + "," + EXACT + ")");
        var order = order(suffix, remainder, sixth, cap, units, unit);
        var left = table.figure(
                word("units-left") + suffix,
                Sheet.formula(
                        "INT(ROUND(SUM(" + table.all(exact) + ")/" + unit + "," + EXACT + "))-SUM(" + table.all(units)
                                + ")",
                        0));
        return table.formulas(
                word("rounded") + suffix,
                0,
                i -> "(" + table.at(units, i) + "+IF(" + table.at(order, i) + "<=" + left + ",1,0))*" + unit);
    }

    /** The order in which units are given: by remainder, amount and row; those that may get none come last. */
    private int order(String suffix, int remainder, int amount, @Nullable Integer cap, int units, String unit) {
        var byRemainder = table.formulas(
                word("order") + suffix,
                0,
                i -> "RANK(" + table.at(remainder, i) + "," + table.all(remainder) + ")*10000000000+RANK("
                        + table.at(amount, i) + "," + table.all(amount) + ")*100000+" + i);
        var open = table.formulas(
                word("may-get-one") + suffix,
                0,
                i -> "IF(" + table.at(remainder, i) + ">0,"
                        + (cap == null
                                ? table.at(byRemainder, i)
                                : "IF(" + table.at(cap, i) + "=\"\"," + table.at(byRemainder, i) + ",IF(("
                                        + table.at(units, i) + "+1)*" + unit + "<=" + table.at(cap, i) + ","
                                        + table.at(byRemainder, i) + "," + NEVER + "))")
                        + "," + NEVER + ")");
        return table.formulas(
                word("place") + suffix,
                0,
                i -> "IF(" + table.at(open, i) + "<1E+98,RANK(" + table.at(open, i) + "," + table.all(open) + ",1),"
                        + NEVER + ")");
    }

    /** Claims met in full when there is enough, else by weight, none above its claim, rounded to the unit. */
    int proportional(String suffix, int claim, int weight, String budget, String unit) {
        var exact = fill(suffix, budget, weight, null, claim);
        var rounded = round(suffix, exact, unit, claim);
        var all = total(word("claims") + suffix, claim);
        return table.formulas(
                word("given") + suffix,
                0,
                i -> "IF(" + all + "<=" + budget + "," + table.at(claim, i) + "," + table.at(rounded, i) + ")");
    }

    /** Claims met in order while there is money; less than the smallest useful amount is given as nothing. */
    int ranked(String suffix, int claim, int useful, int standing, int tie, String budget) {
        var order = table.formulas(
                word("order") + suffix,
                0,
                i -> "RANK(" + table.at(standing, i) + "," + table.all(standing) + ",1)*10000000000+RANK("
                        + table.at(tie, i) + "," + table.all(tie) + ",1)*100000+" + i);
        var place = table.formulas(
                word("place") + suffix, 0, i -> "RANK(" + table.at(order, i) + "," + table.all(order) + ",1)");
        var next =
                table.formulas(word("in-order") + suffix, 0, i -> "MATCH(" + (i + 1) + "," + table.all(place) + ",0)");
        var claims = table.formulas(
                word("claim") + suffix, 0, i -> "INDEX(" + table.all(claim) + "," + table.at(next, i) + ")");
        var least = table.formulas(
                word("smallest-useful") + suffix, 0, i -> "INDEX(" + table.all(useful) + "," + table.at(next, i) + ")");
        var left = new int[1];
        var given = new int[1];
        left[0] = table.formulas(
                word("left") + suffix,
                0,
                i -> i == 0 ? budget : table.at(left[0], i - 1) + "-" + table.at(given[0], i - 1));
        given[0] = table.formulas(word("given-in-order") + suffix, 0, i -> {
            var most = "MIN(" + table.at(claims, i) + "," + table.at(left[0], i) + ")";
            return "IF(AND(" + most + "<" + table.at(claims, i) + "," + most + "<" + table.at(least, i) + "),0," + most
                    + ")";
        });
        return table.formulas(
                word("given") + suffix, 0, i -> "INDEX(" + table.all(given[0]) + "," + table.at(place, i) + ")");
    }

    /** A whole number of kroner, or nothing in the cell. */
    static Content orNothing(@Nullable Long kroner) {
        return kroner == null ? Sheet.nothing() : Sheet.whole(kroner);
    }

    private String word(String code) {
        return workbook.word(code);
    }
}
