package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Rounds exact amounts to whole units: everybody gets its whole units, and the units left over go one each to the
 * largest remainders, then to the larger exact amount, then to the one that comes first in the recipients' order. A
 * unit goes only to one with a remainder and with room under its cap; what cannot be placed stays undistributed.
 *
 * <p>The method is not monotone in the budget. With shares 6/14, 6/14 and 2/14, ten units are divided 4, 4, 2 (the
 * third has the largest remainder, 0.43) and eleven units 5, 5, 1 (now the first two have, 0.71): more money for all
 * can mean one unit less for one.
 */
final class LargestRemainder {
    private LargestRemainder() {}

    /** Rounded amounts in whole kroner; a cap that is null is no cap. */
    static long[] round(ExactAmounts exact, long unit, @Nullable BigInteger[] caps) {
        var step = BigInteger.valueOf(unit);
        var divisor = exact.denominator().multiply(step);
        var units = new long[exact.size()];
        var remainders = new BigInteger[exact.size()];
        var left = Whole.floor(exact.total(), divisor).longValueExact();
        var open = new ArrayList<Integer>();
        for (var i = 0; i < units.length; i++) {
            var parts = exact.numerator(i).divideAndRemainder(divisor);
            units[i] = parts[0].longValueExact();
            remainders[i] = parts[1];
            left -= units[i];
            var cap = caps[i];
            if (remainders[i].signum() > 0
                    && (cap == null
                            || parts[0].add(BigInteger.ONE).multiply(step).compareTo(cap) <= 0)) {
                open.add(i);
            }
        }
        if (left < open.size()) {
            open.sort(Comparator.<Integer, BigInteger>comparing(i -> remainders[i])
                    .thenComparing(exact::numerator)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()));
        }
        open.stream().limit(left).forEach(i -> units[i]++);
        for (var i = 0; i < units.length; i++) {
            units[i] = Math.multiplyExact(units[i], unit);
        }
        return units;
    }

    /** The same without caps. */
    static long[] round(ExactAmounts exact, long unit) {
        return round(exact, unit, new @Nullable BigInteger[exact.size()]);
    }
}
