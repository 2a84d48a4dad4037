package no.opptrapping.grant.overview.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.overview.Overview;
import no.opptrapping.grant.overview.Sums;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** Adds up in PostgreSQL, over the tables of all rooms: it only reads, and nothing else adds them up. */
@ApplicationScoped
class PostgresSums implements Sums {
    private static final String MONEY = """
            select (select coalesce(sum(asked), 0) from application
                    where host_id = ? and submitted_at is not null and status <> 'withdrawn'),
                coalesce(sum(b.balance) filter (where b.account = 'awarded'), 0),
                coalesce(sum(b.balance) filter (where b.year = a.year and b.account in ('paid-unreported', 'spent', 'unspent',
                    'carried-over', 'claimed-spent', 'claimed-unspent')), 0),
                coalesce(sum(b.balance) filter (where b.account in ('spent', 'claimed-spent')), 0),
                coalesce(sum(b.balance) filter (where b.account in ('unspent', 'claimed-unspent')), 0),
                -- What was carried over is to be accounted for in the year after.
                coalesce(sum(b.balance) filter (where b.account in ('awarded-unpaid', 'paid-unreported',
                    'carried-unreported')), 0)
            from award a join ledger_award_balance b on b.award_id = a.id
            where a.municipality_id = any(?)
                and a.status not in ('annulled', 'lapsed')
            """;

    private final PlainSql sql;

    PostgresSums(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Overview.Money money(MunicipalityId municipality, Set<MunicipalityId> recipients) {
        return sql.one(
                MONEY,
                row -> new Overview.Money(
                        Kroner.of(row.getLong(1)),
                        Kroner.of(row.getLong(2)),
                        Kroner.of(row.getLong(3)),
                        Kroner.of(row.getLong(4)),
                        Kroner.of(row.getLong(5)),
                        Kroner.of(row.getLong(6))),
                municipality.value(),
                ids(recipients, MunicipalityId::value));
    }

    @Override
    public Set<CallId> begun(MunicipalityId municipality, Set<CallId> calls) {
        return Set.copyOf(sql.list(
                """
                        select distinct call_id from application
                        where host_id = ? and status <> 'withdrawn'
                            and call_id = any(?)
                        """, row -> new CallId(row.getObject(1, UUID.class)), municipality.value(), ids(calls, CallId::value)));
    }

    @Override
    public List<SchemeId> schemes(MunicipalityId municipality, Set<MunicipalityId> recipients) {
        return sql.list(
                """
                select scheme_id from application where host_id = ?
                union select scheme_id from award where municipality_id = any(?)
                    and status not in ('annulled', 'lapsed')
                """,
                row -> new SchemeId(row.getObject(1, UUID.class)),
                municipality.value(),
                ids(recipients, MunicipalityId::value));
    }

    private static <T> UUID[] ids(Collection<T> identities, Function<T, UUID> value) {
        return identities.stream().map(value).toArray(UUID[]::new);
    }
}
