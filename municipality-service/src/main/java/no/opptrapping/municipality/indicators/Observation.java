package no.opptrapping.municipality.indicators;

import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * What an indicator says of one municipality.
 *
 * @param number the municipality's number on the structure date
 * @param value a decimal number for a quantity, the category's code for a grouping; empty exactly when missing
 */
public record Observation(
        MunicipalityId municipality, MunicipalityNumber number, Optional<String> value, ObservationStatus status) {
    public Observation {
        if (value.isEmpty() != (status == ObservationStatus.MISSING)) {
            throw new IllegalArgumentException("A value is missing exactly when its status says so: " + number);
        }
    }

    public static Observation missing(MunicipalityId municipality, MunicipalityNumber number) {
        return new Observation(municipality, number, Optional.empty(), ObservationStatus.MISSING);
    }
}
