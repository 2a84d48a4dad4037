package no.opptrapping.grant.reported;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.payments.OverdueReport;
import no.opptrapping.grant.payments.OverdueReports;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Holds instalments back (tilbakeholder) while an earlier report of whoever is to have the money is overdue. What has been
 * heard of reports says which are, by the clock: nobody has to hold or release anything.
 */
@ApplicationScoped
public class HoldPayments implements OverdueReports {
    private static final Year EVERY_YEAR = Year.of(9999);

    private final OutstandingReports reports;
    private final KnownMunicipalities municipalities;
    private final Clock clock;

    HoldPayments(OutstandingReports reports, KnownMunicipalities municipalities, Clock clock) {
        this.reports = reports;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Map<AwardId, OverdueReport> inTheWayOf(Collection<Award> awards, LocalDate today) {
        var latest = awards.stream().map(Award::year).max(Comparator.naturalOrder());
        var overdue = latest.map(year -> reports.overdue(today, year)).orElse(List.of());
        if (overdue.isEmpty()) {
            return Map.of();
        }
        var oldest = oldestByBearer(overdue, today);
        var found = new HashMap<AwardId, OverdueReport>();
        for (var award : awards) {
            var report = oldest.get(award.holder().municipality());
            if (report != null && report.year().isBefore(award.year())) {
                found.put(award.id(), report);
            }
        }
        return found;
    }

    /** The awards that wait now, by reference, those after the given one. */
    @Transactional
    public List<PaymentHold> list(String afterReference, int limit) {
        var today = BusinessDates.today(clock);
        return reports.held(oldestByBearer(reports.overdue(today, EVERY_YEAR), today), afterReference, limit);
    }

    private Map<MunicipalityId, OverdueReport> oldestByBearer(List<OverdueReport> overdue, LocalDate today) {
        var structure = municipalities.structure();
        var oldest = new HashMap<MunicipalityId, OverdueReport>();
        overdue.forEach(report -> oldest.putIfAbsent(bearer(report, structure, today), report));
        return oldest;
    }

    /** Whoever answers for the report on the day; while that is not known, the municipality that was to report. */
    private static MunicipalityId bearer(OverdueReport report, Structure structure, LocalDate today) {
        return structure.dutyBearer(report.municipality(), today).orElse(report.municipality());
    }
}
