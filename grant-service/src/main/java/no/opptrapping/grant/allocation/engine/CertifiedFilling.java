package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Divides a budget by criteria within floors and caps and rounds it, in whole machine numbers that are certain: each
 * amount is known to lie between a 64.64 fixed-point number and a few units of its last place more, and wherever that
 * is not enough to tell which side of a limit, a unit or another remainder it lies on, the answer is null and the exact
 * arithmetic decides. No amount is ever decided by a rounded number.
 */
final class CertifiedFilling {
    private static final byte RISING = 0;
    private static final byte AT_FLOOR = 1;
    private static final byte AT_CAP = 2;
    /** A remainder below a thousand kroner has ten bits, and this many of its fraction's fit beside them. */
    private static final int FRACTION_BITS = 53;

    private static final int DROPPED_BITS = Long.SIZE - FRACTION_BITS;

    private final CriteriaTable table;
    private final BigInteger[] weights;
    private final long budget;
    private final long @Nullable [] floors;
    private final long @Nullable [] caps;
    private final long unit;
    private final int criteria;
    private final int size;
    private final byte[] status;
    /** What those who no longer rise get. */
    private final long[] fixed;
    /** The sums of the values of those who rise. */
    private final long[] rising;
    /** What there is for those who rise. */
    private long left;

    private final long[] whole;
    private final long[] fraction;
    /** How many of the fraction's last bits are not computed. */
    private int lost;

    /**
     * Weights are whole numbers in proportion, of the table's criteria; a limit that is null is none. The unit is 1, 100
     * or 1000, and limits are multiples of it.
     */
    CertifiedFilling(
            CriteriaTable table,
            BigInteger[] weights,
            long budget,
            long @Nullable [] floors,
            long @Nullable [] caps,
            long unit) {
        this.table = table;
        this.weights = weights;
        this.budget = budget;
        this.floors = floors;
        this.caps = caps;
        this.unit = unit;
        this.criteria = weights.length;
        this.size = table.rows().size();
        this.status = new byte[size];
        this.fixed = new long[size];
        this.rising = new long[criteria];
        this.whole = new long[size];
        this.fraction = new long[size];
    }

    /** The amounts in the rows' order, or null when they cannot be told from these numbers alone. */
    long @Nullable [] amounts() {
        var amounts = inSingleWords();
        return amounts == null ? inDoubleWords() : amounts;
    }

    /** With one machine word for each product: fewer bits of the fraction, often enough, and faster. */
    long @Nullable [] inSingleWords() {
        return attempt(true);
    }

    /** With two machine words for each product. */
    long @Nullable [] inDoubleWords() {
        return attempt(false);
    }

    private long @Nullable [] attempt(boolean coarse) {
        Arrays.fill(status, RISING);
        left = budget;
        for (var k = 0; k < criteria; k++) {
            rising[k] = table.total(k);
        }
        var risen = raise(coarse);
        // Each time somebody stops rising, so there is an end.
        for (var rounds = size; risen && rounds > 0 && settle(); rounds--) {
            do {
                scale();
            } while (settle());
            risen = raise(coarse);
        }
        return risen && isWithinLimits() ? rounded() : null;
    }

    /**
     * Scales what those that rise get to what is left for them. This guess spares computing it again for each that stops
     * rising and decides nothing: when it puts nobody more outside, what they get is computed.
     */
    private void scale() {
        var sum = 0L;
        for (var i = 0; i < size; i++) {
            sum += status[i] == RISING ? whole[i] : 0;
        }
        var level = (double) left / sum;
        for (var i = 0; i < size; i++) {
            if (status[i] == RISING) {
                whole[i] = 1 + (long) (whole[i] * level);
            }
        }
    }

    /** Computes what those that rise get when they take what the others leave; false when the numbers are too large. */
    private boolean raise(boolean coarse) {
        var multipliers = new Multipliers(table, weights).of(left, rising);
        if (multipliers == null) {
            return false;
        }
        if (!coarse) {
            lost = 0;
            multiplyFinely(multipliers);
            return true;
        }
        var bits = 0;
        for (var k = 0; k < criteria; k++) {
            bits = Math.max(bits, Multipliers.bits(multipliers[2 * k]) + Multipliers.bits(table.total(k)));
        }
        lost = bits + Multipliers.bits(criteria) + 2;
        if (lost + Multipliers.bits(table.largestRowSum()) >= Long.SIZE - 2) {
            return false;
        }
        multiplyCoarsely(multipliers);
        return true;
    }

    private void multiplyCoarsely(long[] multipliers) {
        var values = table.values();
        var factors = new long[criteria];
        var kept = Long.SIZE - lost;
        for (var k = 0; k < criteria; k++) {
            factors[k] = (multipliers[2 * k] << kept) | (multipliers[2 * k + 1] >>> lost);
        }
        for (var i = 0; i < size; i++) {
            var sum = 0L;
            var at = i * criteria;
            for (var k = 0; k < criteria; k++) {
                sum += values[at + k] * factors[k];
            }
            whole[i] = sum >>> kept;
            fraction[i] = sum << lost;
        }
    }

    private void multiplyFinely(long[] multipliers) {
        var values = table.values();
        for (var i = 0; i < size; i++) {
            var high = 0L;
            var low = 0L;
            var at = i * criteria;
            for (var k = 0; k < criteria; k++) {
                var value = values[at + k];
                var part = value * multipliers[2 * k + 1];
                high += value * multipliers[2 * k] + Math.unsignedMultiplyHigh(value, multipliers[2 * k + 1]);
                low += part;
                high += Long.compareUnsigned(low, part) < 0 ? 1 : 0;
            }
            whole[i] = high;
            fraction[i] = low;
        }
    }

    /**
     * Fixes those that would be below their floor or above their cap, whichever changes more: when more is lifted than
     * cut the level must fall, so they stay at their floors, and the other way round. False when nobody is outside.
     */
    private boolean settle() {
        var lifted = 0L;
        var cut = 0L;
        for (var i = 0; i < size; i++) {
            if (status[i] == RISING) {
                if (floors != null && whole[i] < floors[i]) {
                    lifted += floors[i] - whole[i];
                } else if (caps != null && isFull(i, caps[i])) {
                    cut += whole[i] - caps[i] + 1;
                }
            }
        }
        if (lifted == 0 && cut == 0) {
            return false;
        }
        for (var i = 0; i < size; i++) {
            if (status[i] == RISING) {
                if (lifted >= cut && floors != null && whole[i] < floors[i]) {
                    fix(i, AT_FLOOR, floors[i]);
                } else if (lifted < cut && caps != null && isFull(i, caps[i])) {
                    fix(i, AT_CAP, caps[i]);
                }
            }
        }
        return true;
    }

    private boolean isFull(int i, long cap) {
        return whole[i] >= cap && table.rowSum(i) > 0;
    }

    private void fix(int i, byte where, long amount) {
        status[i] = where;
        fixed[i] = amount;
        left -= amount;
        for (var k = 0; k < criteria; k++) {
            rising[k] -= table.values()[i * criteria + k];
        }
    }

    /** Whether the level puts everybody where it was assumed to be, for certain. */
    private boolean isWithinLimits() {
        var holds = true;
        for (var i = 0; holds && i < size; i++) {
            holds = switch (status[i]) {
                case AT_FLOOR -> isAtMost(i, fixed[i]);
                case AT_CAP -> whole[i] >= fixed[i];
                default -> (floors == null || whole[i] >= floors[i]) && (caps == null || isAtMost(i, caps[i]));
            };
        }
        return holds;
    }

    /** Whether the amount is at most the limit wherever in its interval it lies. */
    private boolean isAtMost(int i, long limit) {
        var end = fraction[i] + (table.rowSum(i) << lost);
        var high = whole[i] + (Long.compareUnsigned(end, fraction[i]) < 0 ? 1 : 0);
        return high < limit || (high == limit && end == 0);
    }

    private long @Nullable [] rounded() {
        var amounts = new long[size];
        var keys = new long[size];
        var over = units(budget);
        var open = 0;
        for (var i = 0; i < size; i++) {
            if (status[i] != RISING) {
                amounts[i] = fixed[i];
                over -= units(fixed[i]);
                keys[i] = -1;
                continue;
            }
            var units = units(whole[i]);
            amounts[i] = units * unit;
            over -= units;
            var remainder = whole[i] - amounts[i];
            if (table.rowSum(i) == 0) {
                keys[i] = -1;
            } else if ((remainder == 0 && fraction[i] == 0) || !isAtMost(i, amounts[i] + unit)) {
                return null;
            } else {
                // One that rises is below its cap, which is whole units: there is room for one more.
                keys[i] = (remainder << FRACTION_BITS) | (fraction[i] >>> DROPPED_BITS);
                open++;
            }
        }
        return over == 0 ? amounts : handOut(amounts, keys, over, open);
    }

    /** Dividing by a number that the compiler knows is much faster. */
    private long units(long kroner) {
        return unit == 1 ? kroner : unit == 100 ? kroner / 100 : kroner / 1000;
    }

    /** One unit each to the largest remainders; null when it is not certain which these are. */
    private long @Nullable [] handOut(long[] amounts, long[] keys, long over, int open) {
        var least = 0L;
        if (over < open) {
            var selected = Arrays.copyOf(keys, size);
            LargestKeys.select(selected, size, (int) over);
            least = selected[(int) over - 1];
            var width = (table.largestRowSum() << lost >>> DROPPED_BITS) + 2;
            if (least - LargestKeys.largest(selected, (int) over, size) <= width) {
                return null;
            }
        }
        for (var i = 0; i < size; i++) {
            if (keys[i] >= least) {
                amounts[i] += unit;
            }
        }
        return amounts;
    }
}
