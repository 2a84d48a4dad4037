package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;

/** Whole-number arithmetic that Java's own library lacks. */
final class Whole {
    static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private Whole() {}

    /** The quotient rounded towards minus infinity; the divisor is positive. */
    static BigInteger floor(BigInteger dividend, BigInteger divisor) {
        var parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The quotient rounded towards plus infinity; the divisor is positive. */
    static BigInteger ceiling(BigInteger dividend, BigInteger divisor) {
        return floor(dividend.negate(), divisor).negate();
    }

    static BigInteger sum(BigInteger[] numbers) {
        var sum = BigInteger.ZERO;
        for (var number : numbers) {
            sum = sum.add(number);
        }
        return sum;
    }

    /** The least common multiple of two positive numbers. */
    static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.equals(other) ? one : one.divide(one.gcd(other)).multiply(other);
    }
}
