package no.opptrapping.municipality.indicators;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * One edition of a grouping, as its publisher gives it for one municipality structure.
 *
 * @param year the edition's year
 * @param structureDate the structure it is given for
 * @param groups the category's code of each number of that structure
 */
public record GroupingEdition(
        String indicator, Year year, LocalDate structureDate, Map<MunicipalityNumber, String> groups) {
    public GroupingEdition {
        groups = Map.copyOf(groups);
    }
}
