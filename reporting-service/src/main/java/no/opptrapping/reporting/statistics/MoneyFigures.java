package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.platform.register.LargestRemainder;
import no.opptrapping.platform.values.Kroner;

/**
 * What became of money. Each figure has a source of its own, so that it can be seen whether awarded is spent plus unspent
 * plus outstanding.
 *
 * @param awarded the awards that stand
 * @param paid confirmed payments
 * @param spent of approved reports
 * @param unspent of approved reports
 * @param outstanding what no approved report has accounted for yet: awards without one, and of the others what was not
 *     received when it was made
 */
public record MoneyFigures(Kroner awarded, Kroner paid, Kroner spent, Kroner unspent, Kroner outstanding) {
    /** No money. */
    public static final MoneyFigures ZERO =
            new MoneyFigures(Kroner.ZERO, Kroner.ZERO, Kroner.ZERO, Kroner.ZERO, Kroner.ZERO);

    public MoneyFigures plus(MoneyFigures other) {
        return new MoneyFigures(
                awarded.plus(other.awarded),
                paid.plus(other.paid),
                spent.plus(other.spent),
                unspent.plus(other.unspent),
                outstanding.plus(other.outstanding));
    }

    /** Awarded less spent, unspent and outstanding: zero when the figures agree. */
    public Kroner difference() {
        return awarded.minus(spent.plus(unspent).plus(outstanding));
    }

    /**
     * The figures in parts by weights, whole kroner that sum to these for every figure. When these agree, so does each
     * part: spent is divided by what each was awarded, unspent and outstanding by what each then has left.
     */
    List<MoneyFigures> split(List<BigDecimal> weights) {
        return splitAwarded(LargestRemainder.split(awarded, weights));
    }

    /** The figures in parts, of which it is known what each was awarded. */
    List<MoneyFigures> splitAwarded(List<Kroner> awards) {
        var left = new ArrayList<>(awards);
        var paidParts = LargestRemainder.split(paid, weights(awards));
        var spentParts = take(spent, left);
        var unspentParts = take(unspent, left);
        var outstandingParts = take(outstanding, left);
        var parts = new ArrayList<MoneyFigures>();
        for (var i = 0; i < awards.size(); i++) {
            parts.add(new MoneyFigures(
                    awards.get(i), paidParts.get(i), spentParts.get(i), unspentParts.get(i), outstandingParts.get(i)));
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
