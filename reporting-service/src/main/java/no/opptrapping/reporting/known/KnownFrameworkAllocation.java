package no.opptrapping.reporting.known;

import java.time.Year;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** What framework-allocation.v1 says of one municipality's framework money for a scheme that was incorporated. */
public record KnownFrameworkAllocation(
        UUID allocationId,
        Year year,
        MunicipalityId municipalityId,
        MunicipalityNumber number,
        Kroner amount,
        ReportingTerms reporting) {}
