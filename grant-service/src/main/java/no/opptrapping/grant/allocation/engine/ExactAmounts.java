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
