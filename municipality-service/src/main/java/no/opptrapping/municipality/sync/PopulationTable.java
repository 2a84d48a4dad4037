package no.opptrapping.municipality.sync;

import java.time.Year;
import java.util.Map;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Statistics Norway's table of the population on 1 January (07459). */
public interface PopulationTable {
    /** The indicator of everybody's number, whatever their age. */
    String TOTAL = "population";

    /**
     * A year's population.
     *
     * @param values per indicator ({@code population} and its age groups) and municipality; who has no figure is not
     *     among them
     */
    record Population(Year year, Map<String, Map<MunicipalityNumber, String>> values) {}

    /**
     * The newest population of the municipalities.
     *
     * @throws SourceFault if it cannot be read
     */
    Population newest(Set<MunicipalityNumber> numbers) throws SourceFault;

    /**
     * The population of the municipalities on 1 January of the year.
     *
     * @throws SourceFault if it cannot be read, or the year's is not published
     */
    Population on(Year year, Set<MunicipalityNumber> numbers) throws SourceFault;
}
