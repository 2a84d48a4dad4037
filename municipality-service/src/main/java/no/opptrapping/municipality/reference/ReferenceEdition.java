package no.opptrapping.municipality.reference;

import java.util.List;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.offices.CountyGovernorOffice;
import no.opptrapping.municipality.registry.Register;

/**
 * One edition of the reference data, read and put together.
 *
 * @param fingerprint SHA-256 of the files: the same files, the same edition
 * @param observations every indicator's values for every year, in the year's own structure and, where the next year's
 *     differs, in that too
 */
public record ReferenceEdition(
        String fingerprint,
        Register register,
        List<CountyGovernorOffice> offices,
        List<IndicatorDefinition> indicators,
        List<ObservationSet> observations) {
    public ReferenceEdition {
        offices = List.copyOf(offices);
        indicators = List.copyOf(indicators);
        observations = List.copyOf(observations);
    }
}
