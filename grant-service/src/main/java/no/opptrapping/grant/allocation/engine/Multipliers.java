package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * For each criterion what one unit of its value brings, whole kroner and 2^64ths, rounded down: element {@code 2k} and
 * {@code 2k + 1}.
 */
final class Multipliers {
    /** The sum of fifty products of a whole multiplier and a total stays inside one machine word. */
    private static final int LARGEST_BITS = 56;
    /** A divisor of so many bits leaves room for sixteen more. */
    private static final int SMALL_BITS = 47;

    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private final CriteriaTable table;
    private final BigInteger[] weights;
    private final int criteria;

    /** Weights are whole numbers in proportion, of the table's criteria. */
    Multipliers(CriteriaTable table, BigInteger[] weights) {
        this.table = table;
        this.weights = weights;
        this.criteria = weights.length;
    }

    /**
     * The multipliers of what is left for rows whose values have these sums; null when the numbers are too large.
     */
    long @Nullable [] of(long left, long[] sums) {
        var everybody = true;
        for (var k = 0; k < criteria; k++) {
            everybody &= sums[k] == table.total(k);
        }
        var small = everybody ? ofEverybody(left) : null;
        return small == null ? ofSome(left, sums) : small;
    }

    /** Where everybody rises: money times weight over the criterion's total; null where that needs larger numbers. */
    long @Nullable [] ofEverybody(long left) {
        var sum = Whole.sum(weights);
        var multipliers = new long[2 * criteria];
        for (var k = 0; k < criteria; k++) {
            var total = table.total(k);
            var weight = weights[k].longValue();
            if (sum.bitLength() + bits(total) > SMALL_BITS || weights[k].bitLength() + bits(left) >= Long.SIZE) {
                return null;
            }
            var divisor = sum.longValue() * total;
            var high = left * weight / divisor;
            multipliers[2 * k] = high;
            multipliers[2 * k + 1] = fraction(left * weight % divisor, divisor);
        }
        return multipliers;
    }

    /** A remainder over its divisor in 2^64ths, rounded down, sixteen bits at a time. */
    private static long fraction(long remainder, long divisor) {
        var left = remainder;
        var fraction = 0L;
        for (var step = 0; step < Long.SIZE / 16; step++) {
            left <<= 16;
            fraction = (fraction << 16) | left / divisor;
            left %= divisor;
        }
        return fraction;
    }

    static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    /** Where only some rise, or the numbers are large: money times weight over what those that rise have of all. */
    long @Nullable [] ofSome(long left, long[] sums) {
        var level = BigInteger.ZERO;
        var parts = new BigInteger[criteria];
        for (var k = 0; k < criteria; k++) {
            parts[k] = weights[k].multiply(table.productOfOthers(k));
            level = level.add(parts[k].multiply(BigInteger.valueOf(sums[k])));
        }
        if (left < 0 || level.signum() == 0) {
            return null;
        }
        var scaled = BigInteger.valueOf(left).shiftLeft(Long.SIZE);
        var multipliers = new long[2 * criteria];
        for (var k = 0; k < criteria; k++) {
            var exact = scaled.multiply(parts[k]).divide(level);
            var high = exact.shiftRight(Long.SIZE);
            if (high.bitLength() + bits(table.total(k)) > LARGEST_BITS) {
                return null;
            }
            multipliers[2 * k] = high.longValue();
            multipliers[2 * k + 1] = exact.and(MASK).longValue();
        }
        return multipliers;
    }
}
