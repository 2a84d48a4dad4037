package no.opptrapping.reporting.reports.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.Report;
import no.opptrapping.reporting.reports.Reports;

/** Keeps reports in PostgreSQL. */
@ApplicationScoped
class JpaReports implements Reports {
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
    public List<Report> list(Wish wish) {
        var where = new StringBuilder("from ReportEntity r where 1 = 1");
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
        var query = entities.createQuery(where.append(" order by r.reportId").toString(), ReportEntity.class)
                .setMaxResults(wish.limit());
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(ReportEntity::report).toList();
    }

    @Override
    @Transactional
    public List<Report> ofYear(Year year) {
        return entities
                .createQuery("from ReportEntity r where r.year = :year order by r.reportId", ReportEntity.class)
                .setParameter("year", year)
                .getResultList()
                .stream()
                .map(ReportEntity::report)
                .toList();
    }
}
