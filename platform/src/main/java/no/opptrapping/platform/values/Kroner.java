package no.opptrapping.platform.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of whole Norwegian kroner, negative allowed (ledger postings, changes). Arithmetic is exact: an overflow
 * of 64 bits throws {@link ArithmeticException} and is a bug, since the whole state budget fits a million times over.
 */
@Schema(type = SchemaType.INTEGER, format = "int64", implementation = long.class)
public record Kroner(@JsonValue long value) implements Comparable<Kroner> {
    /** No money. */
    public static final Kroner ZERO = new Kroner(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Kroner {}

    public static Kroner of(long value) {
        return new Kroner(value);
    }

    /** The exact sum; zero for an empty collection. */
    public static Kroner sum(Collection<Kroner> amounts) {
        return amounts.stream().reduce(ZERO, Kroner::plus);
    }

    public Kroner plus(Kroner other) {
        return new Kroner(Math.addExact(value, other.value));
    }

    public Kroner minus(Kroner other) {
        return new Kroner(Math.subtractExact(value, other.value));
    }

    public Kroner negated() {
        return new Kroner(Math.negateExact(value));
    }

    public Kroner min(Kroner other) {
        return value <= other.value ? this : other;
    }

    public Kroner max(Kroner other) {
        return value >= other.value ? this : other;
    }

    public boolean isNegative() {
        return value < 0;
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean isZero() {
        return value == 0;
    }

    @Override
    public int compareTo(Kroner other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
