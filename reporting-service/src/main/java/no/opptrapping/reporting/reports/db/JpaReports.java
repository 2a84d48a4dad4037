package no.opptrapping.reporting.reports.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
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
class JpaReports implements Reports {
    private static final String HEADINGS = """
            select r.reportId, r.municipalityId, r.number, r.year, r.dueOn, r.status, r.edition, r.approvedEdition,
                r.firstSubmittedAt, r.submittedAt, r.basis
            from ReportEntity r
            """;

    private final EntityManager entities;

    JpaReports(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<Report> find(ReportId id) {
        return Optional.ofNullable(entities.find(ReportEntity.class, id.value()))
                .map(ReportEntity::report);
    }

    @Override
    @Transactional
    public Optional<MunicipalityId> whose(ReportId id) {
        return entities
                .createQuery("select r.municipalityId from ReportEntity r where r.reportId = :id", UUID.class)
                .setParameter("id", id.value())
                .getResultList()
                .stream()
                .map(MunicipalityId::new)
                .findFirst();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Report report) {
        entities.merge(new ReportEntity(report));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepEdition(Report submitted) {
        entities.persist(new EditionEntity(submitted));
        entities.flush();
        submitted.answers().accounts().forEach(account -> entities.persist(new AccountEntity(submitted, account)));
        submitted.answers().manYears().forEach(cell -> entities.persist(new ManYearsEntity(submitted, cell)));
    }

    @Override
    @Transactional
    public Optional<Answers> inForce(MunicipalityId municipality, Year year) {
        return entities
                .createQuery("""
                        select e.answers from ReportEntity r join EditionEntity e
                        on e.key.reportId = r.reportId and e.key.edition = r.approvedEdition
                        where r.municipalityId = :municipality and r.year = :year
                        """, Answers.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<Heading> list(Wish wish) {
        var where = new StringBuilder(HEADINGS + " where 1 = 1");
        Map<String, Object> values = new HashMap<>();
        wish.municipalities().ifPresent(only -> {
            where.append(" and r.municipalityId in (:municipalities)");
            values.put(
                    "municipalities", only.stream().map(MunicipalityId::value).toList());
        });
        wish.year().ifPresent(year -> {
            where.append(" and r.year = :year");
            values.put("year", year);
        });
        wish.status().ifPresent(status -> {
            where.append(" and r.status = :status");
            values.put("status", status.code());
        });
        wish.after().ifPresent(after -> {
            where.append(" and r.reportId > :after");
            values.put("after", after.value());
        });
        var query = entities.createQuery(where.append(" order by r.reportId").toString(), HeadingRow.class)
                .setMaxResults(wish.limit());
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(HeadingRow::heading).toList();
    }

    @Override
    @Transactional
    public State state(Year year) {
        return entities.createQuery(
                        "select count(r), coalesce(sum(r.version), 0) from ReportEntity r where r.year = :year",
                        State.class)
                .setParameter("year", year)
                .getSingleResult();
    }

    @Override
    @Transactional
    public List<Heading> ofYear(Year year) {
        return entities
                .createQuery(HEADINGS + " where r.year = :year order by r.reportId", HeadingRow.class)
                .setParameter("year", year)
                .getResultList()
                .stream()
                .map(HeadingRow::heading)
                .toList();
    }

    /** The columns of the table report that a list shows; the answers are not read. */
    record HeadingRow(
            UUID reportId,
            UUID municipalityId,
            String number,
            Year year,
            LocalDate dueOn,
            String status,
            int edition,
            @Nullable Integer approvedEdition,
            @Nullable Instant firstSubmittedAt,
            @Nullable Instant submittedAt,
            StoredBasis basis) {
        Heading heading() {
            return new Heading(
                    new ReportId(reportId),
                    new MunicipalityId(municipalityId),
                    new MunicipalityNumber(number),
                    year,
                    dueOn,
                    ReportStatus.of(status),
                    edition,
                    approvedEdition == null ? OptionalInt.empty() : OptionalInt.of(approvedEdition),
                    Optional.ofNullable(firstSubmittedAt),
                    Optional.ofNullable(submittedAt),
                    !basis.obligations().isEmpty());
        }
    }
}
