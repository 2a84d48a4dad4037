package no.opptrapping.municipality.conversion;

import java.util.Optional;

/**
 * A whole figure of a municipality: persons, kroner.
 *
 * @param value 0 or more, or empty if it is not known
 * @param estimated whether a share or a method that is an estimate went into it
 */
public record Figure(Optional<Long> value, boolean estimated) {
    public static final Figure UNKNOWN = new Figure(Optional.empty(), false);

    public static Figure known(long value) {
        return new Figure(Optional.of(value), false);
    }

    Figure asEstimate() {
        return new Figure(value, true);
    }
}
