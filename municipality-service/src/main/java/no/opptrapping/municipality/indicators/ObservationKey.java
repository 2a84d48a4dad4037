package no.opptrapping.municipality.indicators;

import java.time.LocalDate;
import java.time.Year;

/**
 * Which set of observations: an indicator's values for a year in one municipality structure.
 *
 * @param year the year the values are of (population: on 1 January); for a grouping the year of its edition
 * @param structureDate the municipalities valid on this day have one observation each
 */
public record ObservationKey(String indicator, Year year, LocalDate structureDate)
        implements Comparable<ObservationKey> {
    @Override
    public int compareTo(ObservationKey other) {
        var byIndicator = indicator.compareTo(other.indicator);
        if (byIndicator != 0) {
            return byIndicator;
        }
        var byYear = year.compareTo(other.year);
        return byYear != 0 ? byYear : structureDate.compareTo(other.structureDate);
    }

    @Override
    public String toString() {
        return indicator + "/" + year + "/" + structureDate;
    }
}
