package no.opptrapping.grant.calls.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.calls.Forecast;
import no.opptrapping.grant.calls.Forecasts;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/** Forecasts in PostgreSQL, with plain statements: a row each, which only those that are expected show. */
@ApplicationScoped
class PostgresForecasts implements Forecasts {
    private static final String COLUMNS = """
            select id, scheme_id, year, title ->> 'nb', title ->> 'nn', title ->> 'en', opens_on, deadline, budget, version,
                   made_by, made_at, changed_at, withdrawn_at, withdrawal_reason from forecast f
            """;

    private final PlainSql sql;

    PostgresForecasts(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Forecast> find(CallId id) {
        return sql.first(COLUMNS + " where id = ?", PostgresForecasts::forecast, id.value());
    }

    @Override
    public Optional<Forecast> lock(CallId id) {
        return sql.first(COLUMNS + " where id = ? for update", PostgresForecasts::forecast, id.value());
    }

    @Override
    public List<Forecast> list(Optional<Calls.Key> after, int limit) {
        return sql.list(
                COLUMNS + """
                where (f.year, f.id) > (?, ?) and withdrawn_at is null
                    and not exists (select from call c where c.id = f.id and c.status <> 'draft')
                order by f.year, f.id limit ?
                """,
                PostgresForecasts::forecast,
                after.map(key -> key.year().getValue()).orElse(0),
                after.map(key -> key.id().value()).orElse(new UUID(0, 0)),
                limit);
    }

    @Override
    public void add(Forecast one) {
        sql.update(
                """
                insert into forecast (id, scheme_id, year, title, opens_on, deadline, budget, version, made_by, made_at,
                    changed_at)
                values (?, ?, ?, jsonb_build_object('nb', ?::text, 'nn', ?::text, 'en', ?::text), ?, ?, ?, ?, ?, ?, ?)
                """,
                one.id().value(),
                one.scheme().value(),
                one.year(),
                one.title().nb(),
                one.title().nn(),
                one.title().en(),
                one.opensOn(),
                one.deadline(),
                one.budget().map(Kroner::value).orElse(null),
                one.version(),
                one.by(),
                one.at(),
                one.changedAt());
    }

    @Override
    public void change(Forecast one) {
        sql.update(
                """
                update forecast set title = jsonb_build_object('nb', ?::text, 'nn', ?::text, 'en', ?::text), opens_on = ?, deadline = ?,
                    budget = ?, version = ?, changed_at = ?, withdrawn_at = ?, withdrawal_reason = ? where id = ?
                """,
                one.title().nb(),
                one.title().nn(),
                one.title().en(),
                one.opensOn(),
                one.deadline(),
                one.budget().map(Kroner::value).orElse(null),
                one.version(),
                one.changedAt(),
                one.withdrawal().map(Forecast.Withdrawal::at).orElse(null),
                one.withdrawal().map(Forecast.Withdrawal::reason).orElse(null),
                one.id().value());
    }

    private static Forecast forecast(ResultSet row) throws SQLException {
        var withdrawn = row.getObject(14, OffsetDateTime.class);
        return new Forecast(
                new CallId(row.getObject(1, UUID.class)),
                new SchemeId(row.getObject(2, UUID.class)),
                Year.of(row.getInt(3)),
                new LocalisedText(row.getString(4), row.getString(5), row.getString(6)),
                row.getObject(7, LocalDate.class),
                instant(row, 8),
                Optional.ofNullable(row.getObject(9, Long.class)).map(Kroner::of),
                row.getInt(10),
                row.getString(11),
                instant(row, 12),
                instant(row, 13),
                withdrawn == null
                        ? Optional.empty()
                        : Optional.of(new Forecast.Withdrawal(withdrawn.toInstant(), row.getString(15))));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
