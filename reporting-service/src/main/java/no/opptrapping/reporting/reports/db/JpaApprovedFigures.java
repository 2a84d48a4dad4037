package no.opptrapping.reporting.reports.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.forms.Education;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.forms.TargetGroup;
import no.opptrapping.reporting.reports.ApprovedFigures;

/** Reads the figures in force from PostgreSQL. */
@ApplicationScoped
class JpaApprovedFigures implements ApprovedFigures {
    private final EntityManager entities;

    JpaApprovedFigures(EntityManager entities) {
        this.entities = entities;
    }

    private record AccountRow(UUID award, UUID municipality, long received, long spent, long unspent) {}

    private record CellRow(UUID municipality, String targetGroup, String area, String education, BigDecimal value) {}

    @Override
    @Transactional
    public Set<MunicipalityId> municipalities(Year year) {
        return entities
                .createQuery(
                        "select r.municipalityId from ReportEntity r where r.year = :year and r.approvedEdition is not null",
                        UUID.class)
                .setParameter("year", year)
                .getResultList()
                .stream()
                .map(MunicipalityId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional
    public List<Account> accounts(Year year) {
        return entities.createQuery("""
                        select a.key.awardId, r.municipalityId, a.received, a.spent, a.unspent
                        from ReportEntity r join AccountEntity a
                        on a.key.reportId = r.reportId and a.key.edition = r.approvedEdition
                        where r.year = :year order by a.key.awardId
                        """, AccountRow.class).setParameter("year", year).getResultList().stream()
                .map(row -> new Account(
                        row.award(),
                        new MunicipalityId(row.municipality()),
                        Kroner.of(row.received()),
                        Kroner.of(row.spent()),
                        Kroner.of(row.unspent())))
                .toList();
    }

    @Override
    @Transactional
    public List<Cell> manYears(Year year) {
        return entities.createQuery("""
                        select r.municipalityId, m.key.targetGroup, m.key.area, m.key.education, m.value
                        from ReportEntity r join ManYearsEntity m
                        on m.key.reportId = r.reportId and m.key.edition = r.approvedEdition
                        where r.year = :year order by r.reportId
                        """, CellRow.class).setParameter("year", year).getResultList().stream()
                .map(row -> new Cell(
                        new MunicipalityId(row.municipality()),
                        withCode(TargetGroup.values(), TargetGroup::code, row.targetGroup()),
                        withCode(ServiceArea.values(), ServiceArea::code, row.area()),
                        withCode(Education.values(), Education::code, row.education()),
                        new ManYears(row.value())))
                .toList();
    }

    private static <E> E withCode(E[] all, Function<E, String> code, String wanted) {
        return Arrays.stream(all)
                .filter(each -> code.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing is called " + wanted));
    }
}
