package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.platform.register.LargestRemainder;
import no.opptrapping.platform.values.Kroner;

/**
 * What became of the money of a year. Each figure has a source of its own, so that it can be seen whether awarded and carried
 * in are spent plus unspent plus outstanding.
 *
 * @param carriedIn what was carried over (<i>overført</i>) from the year before
 * @param awarded the awards that stand
 * @param paid confirmed payments
 * @param spent of approved reports
 * @param unspent of approved reports
 * @param outstanding what no approved report has accounted for yet: awards without one, and of the others what was not
 *     received when it was made
 */
public record MoneyFigures(
        Kroner carriedIn, Kroner awarded, Kroner paid, Kroner spent, Kroner unspent, Kroner outstanding) {
    /** No money. */
    public static final MoneyFigures ZERO =
            new MoneyFigures(Kroner.ZERO, Kroner.ZERO, Kroner.ZERO, Kroner.ZERO, Kroner.ZERO, Kroner.ZERO);

    public MoneyFigures plus(MoneyFigures other) {
        return new MoneyFigures(
                carriedIn.plus(other.carriedIn),
                awarded.plus(other.awarded),
                paid.plus(other.paid),
                spent.plus(other.spent),
                unspent.plus(other.unspent),
                outstanding.plus(other.outstanding));
    }

    /** What there is to spend in the year. */
    public Kroner toSpend() {
        return awarded.plus(carriedIn);
    }

    /** What there is to spend less spent, unspent and outstanding: zero when the figures agree. */
    public Kroner difference() {
        return toSpend().minus(spent.plus(unspent).plus(outstanding));
    }

    /**
     * The figures in parts by weights, whole kroner that sum to these for every figure. When these agree, so does each
     * part: spent is divided by what each has to spend, unspent and outstanding by what each then has left.
     */
    List<MoneyFigures> split(List<BigDecimal> weights) {
        return split(LargestRemainder.split(carriedIn, weights), LargestRemainder.split(awarded, weights));
    }

    /** The figures in parts, of which it is known what each was awarded, and by which what was carried in is divided. */
    List<MoneyFigures> splitAwarded(List<Kroner> awards) {
        return split(LargestRemainder.split(carriedIn, weights(awards)), awards);
    }

    private List<MoneyFigures> split(List<Kroner> carried, List<Kroner> awards) {
        var left = new ArrayList<Kroner>();
        for (var i = 0; i < awards.size(); i++) {
            left.add(awards.get(i).plus(carried.get(i)));
        }
        var paidParts = LargestRemainder.split(paid, weights(awarded.isZero() ? left : awards));
        var spentParts = take(spent, left);
        var unspentParts = take(unspent, left);
        var outstandingParts = take(outstanding, left);
        var parts = new ArrayList<MoneyFigures>();
        for (var i = 0; i < awards.size(); i++) {
            parts.add(new MoneyFigures(
                    carried.get(i),
                    awards.get(i),
                    paidParts.get(i),
                    spentParts.get(i),
                    unspentParts.get(i),
                    outstandingParts.get(i)));
        }
        return List.copyOf(parts);
    }

    private static List<Kroner> take(Kroner total, List<Kroner> left) {
        var parts = LargestRemainder.split(total, weights(left));
        for (var i = 0; i < parts.size(); i++) {
            left.set(i, left.get(i).minus(parts.get(i)));
        }
        return parts;
    }

    private static List<BigDecimal> weights(List<Kroner> amounts) {
        return amounts.stream()
                .map(amount -> BigDecimal.valueOf(Math.max(0, amount.value())))
                .toList();
    }
}
