package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Statistics Norway's grouping of municipalities for comparison (Klass 112). */
public interface KostraGrouping {
    /**
     * The edition of the grouping that is in force on the day: the year that it began in.
     *
     * @throws SourceFault if it cannot be read
     */
    Year editionOn(LocalDate date) throws SourceFault;

    /**
     * The group of each municipality on the day, in the words of the indicator {@code kostra-group}: {@code 1} to
     * {@code 17}.
     *
     * @throws SourceFault if it cannot be read
     */
    Map<MunicipalityNumber, String> groupsOn(LocalDate date) throws SourceFault;
}
