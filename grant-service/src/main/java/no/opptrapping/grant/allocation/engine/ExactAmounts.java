package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import no.opptrapping.platform.register.LargestRemainder;
import org.jspecify.annotations.Nullable;

/**
 * Exact amounts over one common denominator, in the recipients' order: comparing and summing them needs no reduction
 * of fractions, which is what makes exactness cheap.
 */
final class ExactAmounts {
    private final BigInteger[] numerators;
    private final BigInteger denominator;

    ExactAmounts(BigInteger[] numerators, BigInteger denominator) {
        this.numerators = numerators;
        this.denominator = denominator;
    }

    int size() {
        return numerators.length;
    }

    BigInteger numerator(int index) {
        return numerators[index];
    }

    BigInteger denominator() {
        return denominator;
    }

    Fraction get(int index) {
        return Fraction.of(numerators[index], denominator);
    }

    /** A whole multiple of one amount, rounded down. */
    long floorOf(int index, BigInteger multiple) {
        return Whole.floor(numerators[index].multiply(multiple), denominator).longValueExact();
    }

    /**
     * In whole units, given in kroner.
     *
     * @param unit 1, 100 or 1 000 kroner
     * @param caps in kroner; null is no cap
     */
    long[] rounded(long unit, @Nullable BigInteger[] caps) {
        var step = BigInteger.valueOf(unit);
        return rounded(unit, (i, units) -> {
            var cap = caps[i];
            return cap == null || units.add(BigInteger.ONE).multiply(step).compareTo(cap) <= 0;
        });
    }

    /** The same without caps. */
    long[] rounded(long unit) {
        return rounded(unit, LargestRemainder.Room.ALWAYS);
    }

    /** The same where some may be below zero: raised by as many whole units for all, rounded, and lowered again. */
    long[] roundedSigned(long unit) {
        var step = denominator.multiply(BigInteger.valueOf(unit));
        var lowest = BigInteger.ZERO;
        for (var numerator : numerators) {
            lowest = lowest.min(Whole.floor(numerator, step));
        }
        var raised = numerators.clone();
        for (var i = 0; i < raised.length; i++) {
            raised[i] = raised[i].subtract(lowest.multiply(step));
        }
        var rounded = new ExactAmounts(raised, denominator).rounded(unit);
        var raise = lowest.longValueExact() * unit;
        for (var i = 0; i < rounded.length; i++) {
            rounded[i] += raise;
        }
        return rounded;
    }

    /** The sums of these and others, each to each. */
    ExactAmounts plus(ExactAmounts others) {
        var sums = new BigInteger[numerators.length];
        for (var i = 0; i < sums.length; i++) {
            sums[i] = numerators[i].multiply(others.denominator).add(others.numerators[i].multiply(denominator));
        }
        return new ExactAmounts(sums, denominator.multiply(others.denominator));
    }

    private long[] rounded(long unit, LargestRemainder.Room room) {
        var units = LargestRemainder.units(numerators, denominator.multiply(BigInteger.valueOf(unit)), room);
        for (var i = 0; i < units.length; i++) {
            units[i] = Math.multiplyExact(units[i], unit);
        }
        return units;
    }

    /** The sum's numerator over {@link #denominator()}. */
    BigInteger total() {
        return Whole.sum(numerators);
    }
}
