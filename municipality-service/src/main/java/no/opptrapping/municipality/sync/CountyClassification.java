package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.util.List;

/** Statistics Norway's classification of counties (Klass 104), without the number for "not stated" (99). */
public interface CountyClassification {
    /**
     * The counties from the one day up to, not including, the other.
     *
     * @throws SourceFault if it cannot be read
     */
    List<CountyCode> counties(LocalDate from, LocalDate to) throws SourceFault;
}
