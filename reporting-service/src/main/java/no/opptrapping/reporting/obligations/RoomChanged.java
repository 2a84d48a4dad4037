package no.opptrapping.reporting.obligations;

import java.time.Year;
import no.opptrapping.platform.values.MunicipalityId;

/** What a municipality has to report on in a year has changed: announced inside the transaction that changed it. */
public record RoomChanged(MunicipalityId municipalityId, Year year) {
    public ReportId reportId() {
        return ReportId.of(municipalityId, year);
    }
}
