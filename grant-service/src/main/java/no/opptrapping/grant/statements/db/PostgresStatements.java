package no.opptrapping.grant.statements.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.statements.Advice;
import no.opptrapping.grant.statements.AwaitedStatement;
import no.opptrapping.grant.statements.Statement;
import no.opptrapping.grant.statements.Statements;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** Statements in PostgreSQL, with plain statements: one is added once, and the list of those awaited is over four tables. */
@ApplicationScoped
class PostgresStatements implements Statements {
    private static final Key FIRST = new Key(Instant.EPOCH, "");

    private final PlainSql sql;

    PostgresStatements(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Statement> find(ApplicationId application) {
        return sql.first("""
                select application_id, call_id, advice, amount, text, given_by, given_at, due
                from statement where application_id = ?
                """, PostgresStatements::statement, application.value());
    }

    @Override
    public void add(Statement statement) {
        sql.update(
                """
                insert into statement (application_id, call_id, advice, amount, text, given_by, given_at, due)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                statement.application().value(),
                statement.call().value(),
                statement.advice().code(),
                statement.amount().map(Kroner::value).orElse(null),
                statement.text(),
                statement.by(),
                statement.at(),
                statement.due());
    }

    @Override
    public List<AwaitedStatement> awaited(
            Optional<Set<MunicipalityId>> hosts, Language language, Optional<Key> after, int limit) {
        var of = hosts.map(some -> some.stream().map(MunicipalityId::value).toArray(UUID[]::new))
                .orElse(null);
        var key = after.orElse(FIRST);
        return sql.list("""
                select id, reference, call_id, title, host_id, asked, submitted_at, due
                from (select a.id, a.reference, a.call_id, c.title ->> ? as title, a.host_id, coalesce(a.asked, 0) as asked, a.submitted_at,
                        statement_due(c.deadline, a.submitted_at, v.rules) as due
                    from application a
                    join call c on c.id = a.call_id
                    join scheme_version v on v.scheme_id = c.scheme_id and v.number = c.scheme_version
                    where a.status in ('submitted', 'returned') and c.status = 'announced' and (?::uuid[] is null or a.host_id = any(?))
                        and not exists (select from statement s where s.application_id = a.id)) awaited
                where (due, reference) > (?, ?) order by due, reference limit ?
                """, PostgresStatements::awaited, language.tag(), of, of, key.due(), key.reference(), limit);
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                new ApplicationId(row.getObject(1, UUID.class)),
                new CallId(row.getObject(2, UUID.class)),
                Advice.of(row.getString(3)),
                Optional.ofNullable(row.getObject(4, Long.class)).map(Kroner::of),
                row.getString(5),
                row.getString(6),
                instant(row, 7),
                instant(row, 8));
    }

    private static AwaitedStatement awaited(ResultSet row) throws SQLException {
        return new AwaitedStatement(
                new ApplicationId(row.getObject(1, UUID.class)),
                row.getString(2),
                new CallId(row.getObject(3, UUID.class)),
                row.getString(4),
                new MunicipalityId(row.getObject(5, UUID.class)),
                Kroner.of(row.getLong(6)),
                instant(row, 7),
                instant(row, 8));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
