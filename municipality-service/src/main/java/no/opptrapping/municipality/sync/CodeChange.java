package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * One row of Statistics Norway's feed of changes (Klass {@code changes}): equal numbers are a change of name only.
 *
 * @param before empty if the number began without one before it
 * @param after empty if the number ceased without one after it
 * @param on the first day of the change
 */
public record CodeChange(Optional<Named> before, Optional<Named> after, LocalDate on) {
    /** A number with its name, without the county that Statistics Norway adds to tell namesakes apart. */
    public record Named(MunicipalityNumber number, String name) {}
}
