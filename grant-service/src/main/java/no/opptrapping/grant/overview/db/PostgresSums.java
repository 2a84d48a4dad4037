package no.opptrapping.grant.overview.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.overview.Overview;
import no.opptrapping.grant.overview.Sums;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** Adds up in PostgreSQL. */
@ApplicationScoped
class PostgresSums implements Sums {
    private static final String MONEY = """
            select (select coalesce(sum(asked), 0) from application
                    where host_id = ? and submitted_at is not null and status <> 'WITHDRAWN'),
                coalesce(sum(b.balance) filter (where b.account = 'awarded'), 0),
                coalesce(sum(b.balance) filter (where b.account in ('paid-unreported', 'spent', 'unspent')), 0),
                coalesce(sum(b.balance) filter (where b.account = 'spent'), 0),
                coalesce(sum(b.balance) filter (where b.account = 'unspent'), 0),
                coalesce(sum(b.balance) filter (where b.account in ('awarded-unpaid', 'paid-unreported')), 0)
            from award a join ledger_award_balance b on b.award_id = a.id
            where a.municipality_id = any(cast(string_to_array(?, ',') as uuid[]))
                and a.status not in ('annulled', 'lapsed')
            """;

    private final DataSource database;

    PostgresSums(DataSource database) {
        this.database = database;
    }

    @Override
    public Overview.Money money(MunicipalityId municipality, Set<MunicipalityId> recipients) {
        return query(
                        MONEY,
                        row -> new Overview.Money(
                                Kroner.of(row.getLong(1)),
                                Kroner.of(row.getLong(2)),
                                Kroner.of(row.getLong(3)),
                                Kroner.of(row.getLong(4)),
                                Kroner.of(row.getLong(5)),
                                Kroner.of(row.getLong(6))),
                        municipality.value(),
                        ids(recipients))
                .getFirst();
    }

    @Override
    public Set<CallId> begun(MunicipalityId municipality, Set<CallId> calls) {
        return query("""
                        select distinct call_id from application
                        where host_id = ? and status <> 'WITHDRAWN'
                            and call_id = any(cast(string_to_array(?, ',') as uuid[]))
                        """, row -> new CallId(row.getObject(1, UUID.class)), municipality.value(), ids(calls)).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<SchemeId> schemes(MunicipalityId municipality, Set<MunicipalityId> recipients) {
        return query("""
                select scheme_id from application where host_id = ?
                union select scheme_id from award where municipality_id = any(cast(string_to_array(?, ',') as uuid[]))
                    and status not in ('annulled', 'lapsed')
                """, row -> new SchemeId(row.getObject(1, UUID.class)), municipality.value(), ids(recipients));
    }

    private static String ids(Collection<?> identities) {
        return identities.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... arguments) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            var found = new ArrayList<T>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(reading.of(row));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("The overview's sums could not be read", failure);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
