package no.opptrapping.grant.dispensations.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.dispensations.Dispensation;
import no.opptrapping.grant.dispensations.DispensationId;
import no.opptrapping.grant.dispensations.Dispensations;
import no.opptrapping.grant.dispensations.Outage;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.MunicipalityId;

/** Dispensations in PostgreSQL, with plain statements: one is added and decided at most once, whoever else tries. */
@ApplicationScoped
class PostgresDispensations implements Dispensations {
    private static final String COLUMNS = """
            select id, call_id, scheme_id, municipality_id, until, reason, outage_id, proposed_by, proposed_at, granted,
                   decided_by, decided_at, decision_reason from dispensation
            """;
    private static final String OUTAGES =
            "select id, from_at, to_at, what, proposed, registered_by, registered_at from outage";

    private final PlainSql sql;

    PostgresDispensations(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Instant> grantedUntil(CallId call, MunicipalityId municipality) {
        return sql.first(
                "select until from dispensation where call_id = ? and municipality_id = ? and granted",
                row -> instant(row, 1),
                call.value(),
                municipality.value());
    }

    @Override
    public Optional<Instant> openUntil(CallId call, Instant now) {
        return sql.first("""
                select d.until from dispensation d where d.call_id = ? and d.granted and d.until >= ?
                    and not exists (select from application_claim c where c.call_id = d.call_id
                        and c.municipality_id = d.municipality_id)
                order by d.until desc limit 1
                """, row -> instant(row, 1), call.value(), now);
    }

    @Override
    public Optional<Dispensation> find(DispensationId id) {
        return sql.first(COLUMNS + " where id = ?", PostgresDispensations::dispensation, id.value());
    }

    @Override
    public Optional<Dispensation> lock(DispensationId id) {
        return sql.first(COLUMNS + " where id = ? for update", PostgresDispensations::dispensation, id.value());
    }

    @Override
    public boolean add(Dispensation one) {
        return sql.update(
                        """
                        insert into dispensation (id, call_id, scheme_id, municipality_id, until, reason, outage_id,
                            proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (call_id, municipality_id) where granted is distinct from false do nothing
                        """,
                        one.id().value(),
                        one.call().value(),
                        one.scheme().value(),
                        one.municipality().value(),
                        one.until(),
                        one.reason(),
                        one.outage().orElse(null),
                        one.proposedBy(),
                        one.proposedAt())
                == 1;
    }

    @Override
    public void decide(Dispensation one) {
        var decision = one.decision().orElseThrow();
        sql.update(
                """
                update dispensation set granted = ?, decided_by = ?, decided_at = ?, decision_reason = ? where id = ?
                """,
                decision.granted(),
                decision.by(),
                decision.at(),
                decision.reason(),
                one.id().value());
    }

    @Override
    public List<Dispensation> list(Filter filter, Optional<Key> after, int limit) {
        var statement = new StringBuilder(COLUMNS).append(" where true");
        var arguments = new ArrayList<Object>();
        filter.call().ifPresent(call -> {
            statement.append(" and call_id = ?");
            arguments.add(call.value());
        });
        filter.municipalities().ifPresent(some -> {
            statement.append(" and municipality_id = any(?)");
            arguments.add(some.stream().map(MunicipalityId::value).toArray(UUID[]::new));
        });
        filter.state()
                .ifPresent(state -> statement.append(
                        switch (state) {
                            case PROPOSED -> " and granted is null";
                            case GRANTED -> " and granted";
                            case REFUSED -> " and not granted";
                        }));
        if (filter.decidedOnly()) {
            statement.append(" and granted is not null");
        }
        after.ifPresent(key -> {
            statement.append(" and (proposed_at, id) > (?, ?)");
            arguments.add(key.proposedAt());
            arguments.add(key.id().value());
        });
        statement.append(" order by proposed_at, id limit ?");
        arguments.add(limit);
        return sql.list(statement.toString(), PostgresDispensations::dispensation, arguments.toArray());
    }

    @Override
    public List<Hit> hitBy(Instant from, Instant to, Instant until) {
        return sql.list(
                """
                select distinct c.id, c.scheme_id, a.host_id from application a join call c on c.id = a.call_id
                where a.status = 'draft' and c.status = 'announced' and c.deadline >= ? and c.deadline < ?
                    and (c.deadline <= ? or exists (select from refused_submission r where r.application_id = a.id
                        and r.refused_at between ? and ?))
                    and not exists (select from application_claim k where k.call_id = c.id and k.municipality_id = a.host_id)
                    and not exists (select from dispensation d where d.call_id = c.id and d.municipality_id = a.host_id
                        and d.granted is distinct from false)
                order by c.id, a.host_id
                """,
                row -> new Hit(
                        new CallId(row.getObject(1, UUID.class)),
                        new SchemeId(row.getObject(2, UUID.class)),
                        new MunicipalityId(row.getObject(3, UUID.class))),
                from,
                until,
                to,
                from,
                to);
    }

    @Override
    public void add(Outage outage) {
        sql.update(
                """
                insert into outage (id, from_at, to_at, what, proposed, registered_by, registered_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                outage.id(),
                outage.from(),
                outage.to(),
                outage.what(),
                outage.proposed(),
                outage.by(),
                outage.at());
    }

    @Override
    public boolean isOutage(UUID id) {
        return sql.first("select 1 from outage where id = ?", row -> row.getInt(1), id)
                .isPresent();
    }

    @Override
    public List<DispensationId> proposedFor(UUID outage, int limit) {
        return sql.list(
                "select id from dispensation where outage_id = ? and granted is null order by proposed_at, id limit ?",
                row -> new DispensationId(row.getObject(1, UUID.class)),
                outage,
                limit);
    }

    @Override
    public List<Outage> outages(Optional<OutageKey> after, int limit) {
        return after.map(key -> sql.list(
                        OUTAGES + " where (from_at, id) < (?, ?) order by from_at desc, id desc limit ?",
                        PostgresDispensations::outage,
                        key.from(),
                        key.id(),
                        limit))
                .orElseGet(() -> sql.list(
                        OUTAGES + " order by from_at desc, id desc limit ?", PostgresDispensations::outage, limit));
    }

    private static Dispensation dispensation(ResultSet row) throws SQLException {
        var decidedBy = row.getString(11);
        return new Dispensation(
                new DispensationId(row.getObject(1, UUID.class)),
                new CallId(row.getObject(2, UUID.class)),
                new SchemeId(row.getObject(3, UUID.class)),
                new MunicipalityId(row.getObject(4, UUID.class)),
                instant(row, 5),
                row.getString(6),
                Optional.ofNullable(row.getObject(7, UUID.class)),
                row.getString(8),
                instant(row, 9),
                decidedBy == null
                        ? Optional.empty()
                        : Optional.of(new Dispensation.Decision(
                                row.getBoolean(10), decidedBy, instant(row, 12), row.getString(13))));
    }

    private static Outage outage(ResultSet row) throws SQLException {
        return new Outage(
                row.getObject(1, UUID.class),
                instant(row, 2),
                instant(row, 3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                instant(row, 7));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
