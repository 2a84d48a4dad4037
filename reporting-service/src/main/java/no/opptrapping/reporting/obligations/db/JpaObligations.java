package no.opptrapping.reporting.obligations.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.Obligations;
import no.opptrapping.reporting.obligations.ReportId;
import org.hibernate.Session;

/** Keeps obligations in PostgreSQL. */
@ApplicationScoped
class JpaObligations implements Obligations {
    private static final String OTHERWISE_BORNE = """
            select distinct o.report_id from obligation o
            join unnest(?::uuid[], ?::text[]) as due (municipality, steps) on o.municipality_id = due.municipality
            where o.status <> 'cancelled'
                and due.steps <> coalesce((
                    select string_agg(concat_ws('|', step ->> 'from', step ->> 'to', step ->> 'number', step ->> 'name',
                        step ->> 'on'), '/' order by place)
                    from jsonb_array_elements(o.takeovers -> 'steps') with ordinality as stored (step, place)), '')
            order by o.report_id
            """;

    private final EntityManager entities;

    JpaObligations(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(ReportId room) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, "room/" + room);
                lock.execute();
            }
        });
    }

    @Override
    @Transactional
    public Optional<Obligation> find(ObligationId id) {
        return Optional.ofNullable(entities.find(ObligationEntity.class, id.value()))
                .map(ObligationEntity::obligation);
    }

    @Override
    @Transactional
    public List<Obligation> inRoom(ReportId room) {
        return read(entities.createQuery(
                        "from ObligationEntity o where o.reportId = :room order by o.obligationId",
                        ObligationEntity.class)
                .setParameter("room", room.value()));
    }

    @Override
    @Transactional
    public List<ReportId> roomsWaitingUntil(LocalDate date) {
        return entities.createQuery("""
                        select distinct o.reportId from ObligationEntity o
                        where o.status = 'waiting' and o.opensOn <= :date
                        and (o.frameworkAllocationId is not null or o.received > 0)
                        order by o.reportId
                        """, UUID.class).setParameter("date", date).getResultList().stream()
                .map(ReportId::new)
                .toList();
    }

    @Override
    @Transactional
    public List<ReportId> roomsOtherwiseBorne(Map<MunicipalityId, List<Takeover>> stepsByMunicipality) {
        var municipalities = List.copyOf(stepsByMunicipality.keySet());
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var select = connection.prepareStatement(OTHERWISE_BORNE)) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                municipalities.stream()
                                        .map(MunicipalityId::value)
                                        .toArray()));
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                municipalities.stream()
                                        .map(each -> steps(stepsByMunicipality.getOrDefault(each, List.of())))
                                        .toArray()));
                var rooms = new ArrayList<ReportId>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        rooms.add(new ReportId(row.getObject(1, UUID.class)));
                    }
                }
                return rooms;
            }
        });
    }

    /** The steps in one text, as {@link #OTHERWISE_BORNE} makes it of those that are stored. */
    private static String steps(List<Takeover> steps) {
        return steps.stream()
                .map(step -> String.join(
                        "|",
                        step.from().toString(),
                        step.to().toString(),
                        step.number().value(),
                        step.name(),
                        step.on().toString()))
                .collect(Collectors.joining("/"));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Obligation obligation) {
        entities.merge(new ObligationEntity(obligation));
    }

    @Override
    @Transactional
    public List<Obligation> list(Wish wish) {
        var where = new StringBuilder("from ObligationEntity o where 1 = 1");
        Map<String, Object> values = new HashMap<>();
        wish.municipalities().ifPresent(only -> {
            where.append(" and o.municipalityId in (:municipalities)");
            values.put(
                    "municipalities", only.stream().map(MunicipalityId::value).toList());
        });
        wish.year().ifPresent(year -> {
            where.append(" and o.year = :year");
            values.put("year", year);
        });
        wish.status().ifPresent(status -> {
            where.append(" and o.status = :status");
            values.put("status", status.code());
        });
        wish.after().ifPresent(after -> {
            where.append(" and o.obligationId > :after");
            values.put("after", after.value());
        });
        var query = entities.createQuery(
                        where.append(" order by o.obligationId").toString(), ObligationEntity.class)
                .setMaxResults(wish.limit());
        values.forEach(query::setParameter);
        return read(query);
    }

    @Override
    @Transactional
    public List<Obligation> unfinished(Collection<MunicipalityId> municipalities) {
        return read(entities.createQuery("""
                        from ObligationEntity o
                        where o.municipalityId in (:municipalities) and o.status in ('waiting', 'open', 'submitted')
                        order by o.dueOn, o.obligationId
                        """, ObligationEntity.class)
                .setParameter(
                        "municipalities",
                        municipalities.stream().map(MunicipalityId::value).toList()));
    }

    private static List<Obligation> read(TypedQuery<ObligationEntity> query) {
        return query.getResultList().stream().map(ObligationEntity::obligation).toList();
    }
}
