package no.opptrapping.municipality.indicators;

import java.time.LocalDate;
import no.opptrapping.municipality.reference.ReferenceEdition;
import no.opptrapping.platform.register.PopulationFigures;

/** A set of the reference data as it is answered in another structure. */
public final class ConvertedForReading {
    private ConvertedForReading() {}

    /** The set in the structure of the date. */
    public static ObservationSet to(
            LocalDate date,
            ObservationSet set,
            IndicatorKind kind,
            ReferenceEdition edition,
            PopulationFigures populations) {
        return set.key().structureDate().equals(date)
                ? set
                : new ConvertIndicator(edition.register(), populations).to(date, set, kind);
    }
}
