package no.opptrapping.grant.cases.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.cases.CaseMove;
import no.opptrapping.grant.cases.Cases;
import no.opptrapping.grant.cases.Holding;
import no.opptrapping.platform.database.PlainSql;

/** Cases in PostgreSQL, with plain statements: one row says who holds a case, and its moves are only added to. */
@ApplicationScoped
class PostgresCases implements Cases {
    private final PlainSql sql;

    PostgresCases(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Holding> holding(ApplicationId application) {
        return sql.first(
                "select holder, given_by, since from case_holding where application_id = ?",
                row -> new Holding(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                application.value());
    }

    @Override
    public void hold(ApplicationId application, Holding holding) {
        sql.update("""
                insert into case_holding (application_id, holder, given_by, since) values (?, ?, ?, ?)
                on conflict (application_id) do update
                set holder = excluded.holder, given_by = excluded.given_by, since = excluded.since
                """, application.value(), holding.holder(), holding.givenBy(), holding.since());
    }

    @Override
    public void letGo(ApplicationId application) {
        sql.update("delete from case_holding where application_id = ?", application.value());
    }

    @Override
    public void add(ApplicationId application, CaseMove move) {
        sql.update(
                """
                insert into case_move (application_id, kind, from_person, to_person, moved_by, moved_at, reason)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                application.value(),
                move.kind().code(),
                move.from().orElse(null),
                move.to().orElse(null),
                move.by(),
                move.at(),
                move.reason().orElse(null));
    }

    @Override
    public List<CaseMove> moves(ApplicationId application, int limit) {
        return sql.list("""
                select kind, from_person, to_person, moved_by, moved_at, reason from case_move
                where application_id = ? order by id desc limit ?
                """, PostgresCases::move, application.value(), limit);
    }

    private static CaseMove move(ResultSet row) throws SQLException {
        return new CaseMove(
                CaseMove.Kind.of(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString(6)));
    }
}
