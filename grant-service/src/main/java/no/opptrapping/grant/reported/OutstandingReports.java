package no.opptrapping.grant.reported;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.payments.OverdueReport;
import no.opptrapping.platform.values.MunicipalityId;

/** Where overdue reports, and the awards that wait for them, are found. Takes part in the caller's transaction. */
public interface OutstandingReports {
    /** The reports that are overdue on the day, of earlier years than the given one, the oldest first. */
    List<OverdueReport> overdue(LocalDate today, Year before);

    /**
     * The accepted awards that are not wholly paid and have an instalment which waits for a report of its holder: by
     * reference, those after the given one.
     *
     * @param overdue the oldest overdue report that each municipality answers for
     */
    List<PaymentHold> held(Map<MunicipalityId, OverdueReport> overdue, String afterReference, int limit);
}
