package no.opptrapping.municipality.indicators;

import java.util.List;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * One figure for several municipalities together, where the source has no figure for each. It counts in totals for
 * those of them that have no value of their own, which is either all or none.
 */
public record JointObservation(List<MunicipalityNumber> numbers, String value) {
    public JointObservation {
        numbers = List.copyOf(numbers);
    }
}
