package no.opptrapping.platform.register;

import java.util.Optional;

/**
 * A whole figure of a municipality: persons, kroner, or units of a last decimal.
 *
 * @param value 0 or more, or empty if it is not known
 * @param status how far the value can be relied on
 */
public record Figure(Optional<Long> value, FigureStatus status) {
    public static final Figure UNKNOWN = new Figure(Optional.empty(), FigureStatus.FINAL);

    public static Figure known(long value) {
        return known(value, FigureStatus.FINAL);
    }

    public static Figure known(long value, FigureStatus status) {
        return new Figure(Optional.of(value), status);
    }

    /** Whether an estimate went into it. */
    public boolean estimated() {
        return value.isPresent() && status == FigureStatus.ESTIMATED;
    }
}
