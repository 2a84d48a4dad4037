package no.opptrapping.reporting.reports.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.List;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.ApprovedFigures;

/** Reads the figures in force from PostgreSQL. */
@ApplicationScoped
@Transactional
class PanacheApprovedFigures implements ApprovedFigures, PanacheRepositoryBase<ReportEntity, ReportId> {
    @Override
    public Set<MunicipalityId> municipalities(Year year) {
        return Set.copyOf(find(
                        "select r.municipalityId from ReportEntity r where r.year = ?1 and r.approvedEdition is not null",
                        year)
                .project(MunicipalityId.class)
                .list());
    }

    @Override
    public List<Account> accounts(Year year) {
        return find("""
                        select a.key.awardId, r.municipalityId, a.carriedIn, a.received, a.spent, a.unspent
                        from ReportEntity r join AccountEntity a
                        on a.key.reportId = r.reportId and a.key.edition = r.approvedEdition
                        where r.year = ?1 order by a.key.awardId
                        """, year).project(Account.class).list();
    }

    @Override
    public List<Cell> manYears(Year year) {
        return find("""
                        select r.municipalityId, m.key.targetGroup, m.key.area, m.key.education, m.value
                        from ReportEntity r join ManYearsEntity m
                        on m.key.reportId = r.reportId and m.key.edition = r.approvedEdition
                        where r.year = ?1 order by r.reportId
                        """, year).project(Cell.class).list();
    }
}
