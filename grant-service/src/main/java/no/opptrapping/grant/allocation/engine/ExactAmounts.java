package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;

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

    /** The sum's numerator over {@link #denominator()}. */
    BigInteger total() {
        return Whole.sum(numerators);
    }
}
