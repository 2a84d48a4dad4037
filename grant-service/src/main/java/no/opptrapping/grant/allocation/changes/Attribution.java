package no.opptrapping.grant.allocation.changes;

import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Attributes the difference between two worlds to the causes between them. A world is a set of causes that are new, as
 * bits; {@code v(world)} is what a municipality gets in it, in whole kroner; {@code P} are the causes that differ at
 * all, {@code k} of them, in the stated order {@code c_1 ... c_k}.
 *
 * <p>Chain: {@code c_j} has {@code v({c_1..c_j}) - v({c_1..c_(j-1)})}. The terms telescope, so they sum to
 * {@code v(P) - v({})} without any rounding.
 *
 * <p>Mean over all orders (Shapley). The figures of a municipality and those of everybody else are two halves of one
 * cause, the figures, and stand beside each other in every order, either half first; so there are {@code 2 k!} orders of
 * {@code k} causes. A whole cause c has
 * {@code sum over S of P without c: |S|! (k - |S| - 1)! / k! * (v(S + c) - v(S))}, and a half h of it, g being the
 * other, the same sum of {@code (v(S + h) - v(S) + v(S + h + g) - v(S + g)) / 2}. That is the mean of what each changes
 * over all these orders (the Owen value), computed from the worlds instead of the orders, and sums to
 * {@code v(P) - v({})}.
 *
 * <p>Why halves: what a whole cause changes is then told by worlds that are the same for all municipalities, so that over
 * the country the appropriation changes exactly what it rose, and a key exactly nothing. With the halves apart each
 * municipality would have orders through worlds of its own, whose appropriations do not sum to one.
 */
final class Attribution {
    /** With more causes than this the mean is not computed. */
    static final int MOST_CAUSES = 8;

    private static final int FIGURES = Cause.OWN_FIGURES.bit() | Cause.OTHER_FIGURES.bit();

    private final int[] bits;
    /** The whole causes, as bits. */
    private final int[] wholes;

    /** @param present the bits of the causes that differ, the lowest first in the order */
    Attribution(int present) {
        this.bits = each(present);
        this.wholes = IntStream.of(bits)
                .map(bit -> (bit & FIGURES) == 0 ? bit : present & FIGURES)
                .distinct()
                .toArray();
        if (wholes.length > MOST_CAUSES) {
            throw new IllegalArgumentException("More causes than all orders are tried of: " + wholes.length);
        }
    }

    private static int[] each(int present) {
        return IntStream.range(0, Integer.SIZE)
                .map(at -> 1 << at)
                .filter(bit -> (present & bit) != 0)
                .toArray();
    }

    /** What each cause changes in the stated order, in kroner; one for each that differs. */
    long[] chain(IntToLongFunction value) {
        var changes = new long[bits.length];
        var world = 0;
        var before = value.applyAsLong(world);
        for (var j = 0; j < bits.length; j++) {
            world |= bits[j];
            var after = value.applyAsLong(world);
            changes[j] = after - before;
            before = after;
        }
        return changes;
    }

    /** What the numerators of {@link #mean} are over: the number of orders. */
    long orders() {
        return 2 * factorial(wholes.length);
    }

    /** What each cause changes in the mean over all orders, in kroner times {@link #orders}; exact. */
    long[] mean(IntToLongFunction value) {
        var sums = new long[bits.length];
        for (var set = 0; set < 1 << wholes.length; set++) {
            var size = Integer.bitCount(set);
            var world = world(set);
            for (var j = 0; j < wholes.length; j++) {
                if ((set & (1 << j)) == 0) {
                    var weight = factorial(size) * factorial(wholes.length - size - 1);
                    add(sums, wholes[j], world, weight, value);
                }
            }
        }
        return sums;
    }

    private void add(long[] sums, int whole, int world, long weight, IntToLongFunction value) {
        var without = value.applyAsLong(world);
        var with = value.applyAsLong(world | whole);
        for (var i = 0; i < bits.length; i++) {
            if (bits[i] == whole) {
                sums[i] = Math.addExact(sums[i], Math.multiplyExact(2 * weight, with - without));
            } else if ((bits[i] & whole) != 0) {
                var first = value.applyAsLong(world | bits[i]) - without;
                var second = with - value.applyAsLong(world | (whole & ~bits[i]));
                sums[i] = Math.addExact(sums[i], Math.multiplyExact(weight, first + second));
            }
        }
    }

    private int world(int set) {
        var world = 0;
        for (var j = 0; j < wholes.length; j++) {
            if ((set & (1 << j)) != 0) {
                world |= wholes[j];
            }
        }
        return world;
    }

    private static long factorial(int n) {
        var product = 1L;
        for (var i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
