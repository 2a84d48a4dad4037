package no.opptrapping.grant.payments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;

/** What has been heard of reports, as far as paying awards goes. Takes part in the caller's transaction. */
public interface OverdueReports {
    /**
     * The report that stands in the way of each award: the oldest that is overdue on the day, of an earlier year than the
     * award's, and that the award's holder answers for. Absent: none.
     */
    Map<AwardId, OverdueReport> inTheWayOf(Collection<Award> awards, LocalDate today);
}
