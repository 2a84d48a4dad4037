package no.opptrapping.reporting.obligations.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.Obligations;
import no.opptrapping.reporting.obligations.ReportId;

/** Keeps obligations in PostgreSQL. */
@ApplicationScoped
@Transactional
class PanacheObligations implements Obligations, PanacheRepositoryBase<ObligationEntity, ObligationId> {
    private final PlainSql sql;
    private final PostgresRooms rooms;

    PanacheObligations(PlainSql sql, PostgresRooms rooms) {
        this.sql = sql;
        this.rooms = rooms;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(ReportId room) {
        sql.lock("room/" + room);
    }

    @Override
    public Optional<Obligation> find(ObligationId id) {
        return findByIdOptional(id).map(ObligationEntity::obligation);
    }

    @Override
    public List<Obligation> inRoom(ReportId room) {
        return read(list("reportId = ?1 order by obligationId", room));
    }

    @Override
    public List<ReportId> roomsWaitingUntil(LocalDate date) {
        return find("""
                        select distinct o.reportId from ObligationEntity o
                        where o.status = WAITING and o.opensOn <= ?1
                        and (o.frameworkAllocationId is not null or o.received > 0)
                        order by o.reportId
                        """, date).project(ReportId.class).list();
    }

    @Override
    public List<ReportId> roomsOtherwiseBorne(Map<MunicipalityId, List<Takeover>> stepsByMunicipality) {
        return rooms.otherwiseBorne(stepsByMunicipality);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Obligation obligation) {
        getSession().merge(new ObligationEntity(obligation));
    }

    @Override
    public List<Obligation> list(Wish wish) {
        var wanted = Conditions.none()
                .whereGiven("municipalityId in (:municipalities)", wish.municipalities())
                .whereGiven("year = :year", wish.year())
                .whereGiven("status = :status", wish.status())
                .whereGiven("obligationId > :after", wish.after());
        return read(find(wanted.orderedBy("obligationId"), wanted.values())
                .page(0, wish.limit())
                .list());
    }

    @Override
    public List<Obligation> unfinished(Collection<MunicipalityId> municipalities) {
        return read(list("""
                        municipalityId in (?1) and status in (WAITING, OPEN, SUBMITTED)
                        order by dueOn, obligationId
                        """, municipalities));
    }

    private static List<Obligation> read(List<ObligationEntity> entities) {
        return entities.stream().map(ObligationEntity::obligation).toList();
    }
}
