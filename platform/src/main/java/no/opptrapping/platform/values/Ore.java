package no.opptrapping.platform.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount to the øre, for what leads to kroner and is not whole: written as kroner with two decimals. Nobody is paid
 * øre, so whatever is paid or owed is {@link Kroner}.
 */
@Schema(
        type = SchemaType.STRING,
        implementation = String.class,
        description = "Kroner with two decimals, exact",
        pattern = "^-?[0-9]{1,17}\\.[0-9]{2}$",
        maxLength = 21)
public record Ore(long value) implements Comparable<Ore> {
    /** No money. */
    public static final Ore ZERO = new Ore(0);

    private static final int PER_KRONE = 100;

    public static Ore of(long ore) {
        return new Ore(ore);
    }

    public static Ore of(Kroner kroner) {
        return new Ore(Math.multiplyExact(kroner.value(), PER_KRONE));
    }

    /** The amount that {@link #toString} writes. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Ore parse(String text) {
        return new Ore(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    /** The exact sum; zero for an empty collection. */
    public static Ore sum(Collection<Ore> amounts) {
        return amounts.stream().reduce(ZERO, Ore::plus);
    }

    public Ore plus(Ore other) {
        return new Ore(Math.addExact(value, other.value));
    }

    public Ore minus(Ore other) {
        return new Ore(Math.subtractExact(value, other.value));
    }

    public Ore negated() {
        return new Ore(Math.negateExact(value));
    }

    public boolean isZero() {
        return value == 0;
    }

    /** To the nearest krone, half a krone away from zero. */
    public Kroner rounded() {
        return Kroner.of(inKroner().setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** As a number of kroner. */
    public BigDecimal inKroner() {
        return BigDecimal.valueOf(value, 2);
    }

    @Override
    public int compareTo(Ore other) {
        return Long.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return inKroner().toPlainString();
    }
}
