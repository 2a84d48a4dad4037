package no.opptrapping.reporting.reports.db;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.Report;
import no.opptrapping.reporting.reports.ReportStatus;
import no.opptrapping.reporting.reports.Reports;
import org.jspecify.annotations.Nullable;

/** Keeps reports in PostgreSQL. */
@ApplicationScoped
@Transactional
class PanacheReports implements Reports, PanacheRepositoryBase<ReportEntity, ReportId> {
    @Override
    public Optional<Report> find(ReportId id) {
        return findByIdOptional(id).map(ReportEntity::report);
    }

    @Override
    public Optional<MunicipalityId> whose(ReportId id) {
        return find("select r.municipalityId from ReportEntity r where r.reportId = ?1", id)
                .project(MunicipalityId.class)
                .singleResultOptional();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Report report) {
        getSession().merge(new ReportEntity(report));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepEdition(Report submitted) {
        var session = getSession();
        session.persist(new EditionEntity(submitted));
        session.flush();
        submitted.answers().accounts().forEach(account -> session.persist(new AccountEntity(submitted, account)));
        submitted.answers().manYears().forEach(cell -> session.persist(new ManYearsEntity(submitted, cell)));
    }

    @Override
    public Optional<Answers> inForce(MunicipalityId municipality, Year year) {
        return find("""
                        select e.answers from ReportEntity r join EditionEntity e
                        on e.key.reportId = r.reportId and e.key.edition = r.approvedEdition
                        where r.municipalityId = ?1 and r.year = ?2
                        """, municipality, year).project(Answers.class).singleResultOptional();
    }

    @Override
    public List<Heading> list(Wish wish) {
        var wanted = Conditions.none()
                .whereGiven("municipalityId in (:municipalities)", wish.municipalities())
                .whereGiven("year = :year", wish.year())
                .whereGiven("status = :status", wish.status())
                .whereGiven("reportId > :after", wish.after());
        return headings(find(wanted.orderedBy("reportId"), wanted.values()).page(0, wish.limit()));
    }

    @Override
    public State state(Year year) {
        return find("select count(r), coalesce(sum(r.version), 0) from ReportEntity r where r.year = ?1", year)
                .project(State.class)
                .singleResult();
    }

    @Override
    public List<Heading> ofYear(Year year) {
        return headings(find("year = ?1 order by reportId", year));
    }

    private static List<Heading> headings(PanacheQuery<ReportEntity> reports) {
        return reports.project(HeadingRow.class).stream()
                .map(HeadingRow::heading)
                .toList();
    }

    /** The columns of the table report that a list shows; the answers are not read. */
    record HeadingRow(
            ReportId reportId,
            MunicipalityId municipalityId,
            MunicipalityNumber number,
            Year year,
            LocalDate dueOn,
            ReportStatus status,
            int edition,
            @Nullable Integer approvedEdition,
            @Nullable Instant firstSubmittedAt,
            @Nullable Instant submittedAt,
            StoredBasis basis) {
        Heading heading() {
            return new Heading(
                    reportId,
                    municipalityId,
                    number,
                    year,
                    dueOn,
                    status,
                    edition,
                    approvedEdition == null ? OptionalInt.empty() : OptionalInt.of(approvedEdition),
                    Optional.ofNullable(firstSubmittedAt),
                    Optional.ofNullable(submittedAt),
                    !basis.obligations().isEmpty());
        }
    }
}
