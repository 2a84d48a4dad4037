package no.opptrapping.grant.allocation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact decimal number that came from outside: a weight, an indicator value, a rate per inhabitant. At most 18
 * digits before and 12 after the point, so that no input can make the arithmetic slow. {@code 1.50} equals {@code 1.5}.
 */
public record Decimal(BigDecimal value) implements Comparable<Decimal> {
    /** Nothing. */
    public static final Decimal ZERO = new Decimal(BigDecimal.ZERO);
    /** One whole. */
    public static final Decimal ONE = new Decimal(BigDecimal.ONE);

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");

    public Decimal {
        if (value.precision() - value.scale() > 18) {
            throw new IllegalArgumentException("More than 18 digits before the point");
        }
        value = value.stripTrailingZeros();
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
        if (value.scale() > 12) {
            throw new IllegalArgumentException("More than 12 decimals: " + value);
        }
    }

    /** The number written in plain decimal notation with a point; empty if it is anything else or too long. */
    public static Optional<Decimal> parse(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new Decimal(new BigDecimal(text))) : Optional.empty();
    }

    /** The number that a text in the code itself writes; throws when it is not one. */
    public static Decimal of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a bounded decimal number: " + text));
    }

    public static Decimal of(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    public Fraction toFraction() {
        return Fraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    int scale() {
        return value.scale();
    }

    /** The number times ten to the given power, which must be at least its own scale. */
    BigInteger atScale(int scale) {
        return value.scale() == scale
                ? value.unscaledValue()
                : value.setScale(scale).unscaledValue();
    }

    @Override
    public int compareTo(Decimal other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
