package no.opptrapping.grant.payments;

import java.time.LocalDate;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * A report that is overdue: its last day is over, and it was not submitted in time or was sent back, and is not approved.
 *
 * @param municipality that was to report
 * @param year that it tells of
 */
public record OverdueReport(UUID report, MunicipalityId municipality, Year year, LocalDate dueOn) {}
