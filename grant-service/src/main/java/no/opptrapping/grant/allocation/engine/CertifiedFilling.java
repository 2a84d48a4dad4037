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
    private final long[] whole;
    private final long[] fraction;
    /** Whether a single machine word with fewer bits for the fraction is tried first: it is often enough, and faster. */
    private boolean coarse;
    /** How many of the fraction's last bits are not computed. */
    private int lost;

    /** Weights are whole numbers in proportion, of the table's criteria; a limit that is null is none. */
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
        this.whole = new long[size];
        this.fraction = new long[size];
    }

    /** The amounts in the rows' order, or null when they cannot be told from these numbers alone. */
    long @Nullable [] amounts() {
        coarse = true;
        var amounts = attempt();
        if (amounts == null && coarse) {
            coarse = false;
            Arrays.fill(status, RISING);
            amounts = attempt();
        }
        return amounts;
    }

    private long @Nullable [] attempt() {
        if (!raise()) {
            return null;
        }
        while (floors != null || caps != null) {
            if (!settle()) {
                break;
            }
            if (!raise()) {
                return null;
            }
        }
        return isWithinLimits() ? rounded() : null;
    }

    /** Computes the level at which those that rise take what the others leave, and their amounts at it. */
    private boolean raise() {
        var left = budget;
        var sums = new long[criteria];
        if (floors == null && caps == null) {
            for (var k = 0; k < criteria; k++) {
                sums[k] = table.total(k);
            }
        } else {
            var values = table.values();
            for (var i = 0; i < size; i++) {
                if (status[i] == RISING) {
                    for (var k = 0; k < criteria; k++) {
                        sums[k] += values[i * criteria + k];
                    }
                } else {
                    left -= limit(i);
                }
            }
        }
        var multipliers = new Multipliers(table, weights).of(left, sums);
        if (multipliers == null) {
            return false;
        }
        multiply(multipliers);
        return true;
    }

    private long limit(int i) {
        if (status[i] == AT_FLOOR) {
            return floors == null ? 0 : floors[i];
        }
        return caps == null ? 0 : caps[i];
    }

    private void multiply(long[] multipliers) {
        var bits = 0;
        for (var k = 0; k < criteria; k++) {
            bits = Math.max(bits, Multipliers.bits(multipliers[2 * k]) + Multipliers.bits(table.total(k)));
        }
        lost = bits + Multipliers.bits(criteria) + 2;
        coarse &= lost + Multipliers.bits(table.largestRowSum()) < Long.SIZE - 2;
        if (coarse) {
            multiplyCoarsely(multipliers);
        } else {
            lost = 0;
            multiplyFinely(multipliers);
        }
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
                } else if (caps != null && whole[i] >= caps[i] && table.rowSum(i) > 0) {
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
                    status[i] = AT_FLOOR;
                } else if (lifted < cut && caps != null && whole[i] >= caps[i] && table.rowSum(i) > 0) {
                    status[i] = AT_CAP;
                }
            }
        }
        return true;
    }

    /** Whether the level puts everybody where it was assumed to be, for certain. */
    private boolean isWithinLimits() {
        if (floors == null && caps == null) {
            return true;
        }
        for (var i = 0; i < size; i++) {
            var holds = switch (status[i]) {
                case AT_FLOOR -> floors != null && isAtMost(i, floors[i]);
                case AT_CAP -> caps != null && whole[i] >= caps[i];
                default -> (floors == null || whole[i] >= floors[i]) && (caps == null || isAtMost(i, caps[i]));
            };
            if (!holds) {
                return false;
            }
        }
        return true;
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
        var left = budget / unit;
        var open = 0;
        for (var i = 0; i < size; i++) {
            if (status[i] != RISING) {
                amounts[i] = limit(i);
                if (amounts[i] % unit != 0) {
                    return null;
                }
                left -= amounts[i] / unit;
                keys[i] = -1;
                continue;
            }
            var units = units(whole[i]);
            amounts[i] = units * unit;
            left -= units;
            var remainder = whole[i] - amounts[i];
            if (table.rowSum(i) == 0) {
                keys[i] = -1;
            } else if ((remainder == 0 && fraction[i] == 0) || !isAtMost(i, amounts[i] + unit)) {
                return null;
            } else if (caps != null && amounts[i] + unit > caps[i]) {
                keys[i] = -1;
            } else {
                keys[i] = (remainder << FRACTION_BITS) | (fraction[i] >>> DROPPED_BITS);
                open++;
            }
        }
        return left <= 0 || open == 0 ? atRest(amounts, left) : handOut(amounts, keys, left, open);
    }

    /** Dividing by a number that the compiler knows is much faster. */
    private long units(long kroner) {
        return unit == 1 ? kroner : unit == 100 ? kroner / 100 : unit == 1000 ? kroner / 1000 : kroner / unit;
    }

    /** Nothing is left over, or nobody has room for it. */
    private static long @Nullable [] atRest(long[] amounts, long left) {
        return left < 0 ? null : amounts;
    }

    private long @Nullable [] handOut(long[] amounts, long[] keys, long left, int open) {
        var least = 0L;
        if (left < open) {
            var selected = Arrays.copyOf(keys, size);
            LargestKeys.select(selected, size, (int) left);
            least = selected[(int) left - 1];
            var width = (table.largestRowSum() << lost >>> DROPPED_BITS) + 2;
            if (least - LargestKeys.largest(selected, (int) left, size) <= width) {
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
