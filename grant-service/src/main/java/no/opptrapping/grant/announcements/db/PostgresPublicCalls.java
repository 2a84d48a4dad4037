package no.opptrapping.grant.announcements.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.announcements.PublicCall;
import no.opptrapping.grant.announcements.PublicCalls;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/** What anybody can know of calls, from a view over forecasts and announced calls: some in a year. */
@ApplicationScoped
class PostgresPublicCalls implements PublicCalls {
    private static final String COLUMNS = """
            select id, scheme_id, year, title ->> 'nb', title ->> 'nn', title ->> 'en', opens_on, deadline, budget, state,
                   published_at, changed_at, sequence, last_change in ('extended', 'corrected'), reason from public_call
            """;

    private final PlainSql sql;

    PostgresPublicCalls(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<PublicCall> find(CallId id) {
        return sql.first(COLUMNS + " where id = ?", PostgresPublicCalls::read, id.value());
    }

    @Override
    public List<PublicCall> newest(int limit) {
        return sql.list(COLUMNS + " order by changed_at desc, id limit ?", PostgresPublicCalls::read, limit);
    }

    @Override
    public List<PublicCall> dueFrom(Instant from, int limit) {
        return sql.list(
                COLUMNS + " where deadline >= ? order by deadline, id limit ?", PostgresPublicCalls::read, from, limit);
    }

    private static PublicCall read(ResultSet row) throws SQLException {
        return new PublicCall(
                new CallId(row.getObject(1, UUID.class)),
                new SchemeId(row.getObject(2, UUID.class)),
                Year.of(row.getInt(3)),
                new LocalisedText(row.getString(4), row.getString(5), row.getString(6)),
                row.getObject(7, LocalDate.class),
                instant(row, 8),
                Optional.ofNullable(row.getObject(9, Long.class)).map(Kroner::of),
                PublicCall.State.valueOf(row.getString(10).toUpperCase(Locale.ROOT)),
                instant(row, 11),
                instant(row, 12),
                row.getInt(13),
                row.getBoolean(14),
                Optional.ofNullable(row.getString(15)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
