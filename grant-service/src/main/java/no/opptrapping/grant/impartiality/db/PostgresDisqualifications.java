package no.opptrapping.grant.impartiality.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import org.jspecify.annotations.Nullable;

/** Disqualifications in PostgreSQL, with plain statements: one is added and ended at most once, whoever else tries. */
@ApplicationScoped
class PostgresDisqualifications implements Disqualifications {
    private static final String COLUMNS =
            "select id, person, scheme_id, reason, recorded_by, recorded_at, ended_by, ended_at from disqualification";

    private final PlainSql sql;

    PostgresDisqualifications(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public boolean covers(String person, SchemeId scheme) {
        return sql.first(
                        COLUMNS + " where person = ? and scheme_id = ? and ended_at is null",
                        PostgresDisqualifications::read,
                        person,
                        scheme.value())
                .isPresent();
    }

    @Override
    public Optional<Disqualification> find(UUID id) {
        return sql.first(COLUMNS + " where id = ?", PostgresDisqualifications::read, id);
    }

    @Override
    public List<Disqualification> list(
            @Nullable SchemeId scheme, @Nullable String person, @Nullable UUID after, int limit) {
        var of = scheme == null ? null : scheme.value();
        return sql.list(
                COLUMNS
                        + " where (?::uuid is null or scheme_id = ?::uuid) and (?::text is null or person = ?::text)"
                        + " and (?::uuid is null or id > ?::uuid) order by id limit ?",
                PostgresDisqualifications::read,
                of,
                of,
                person,
                person,
                after,
                after,
                limit);
    }

    @Override
    public boolean add(Disqualification one) {
        return sql.update(
                        """
                        insert into disqualification (id, person, scheme_id, reason, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (person, scheme_id) where ended_at is null do nothing
                        """,
                        one.id(),
                        one.person(),
                        one.scheme().value(),
                        one.reason(),
                        one.recordedBy(),
                        one.recordedAt())
                == 1;
    }

    @Override
    public boolean end(UUID id, Ending ending) {
        return sql.update(
                        "update disqualification set ended_by = ?, ended_at = ? where id = ? and ended_at is null",
                        ending.by(),
                        ending.at(),
                        id)
                == 1;
    }

    private static Disqualification read(ResultSet row) throws SQLException {
        var endedBy = row.getString(7);
        return new Disqualification(
                row.getObject(1, UUID.class),
                row.getString(2),
                new SchemeId(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getString(5),
                instant(row, 6),
                endedBy == null ? Optional.empty() : Optional.of(new Ending(endedBy, instant(row, 8))));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
