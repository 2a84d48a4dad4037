package no.opptrapping.grant.impartiality.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.grant.schemes.SchemeId;
import org.jspecify.annotations.Nullable;

/** Disqualifications in PostgreSQL. */
@ApplicationScoped
class PostgresDisqualifications implements Disqualifications {
    private static final String COLUMNS =
            "select id, person, scheme_id, reason, recorded_by, recorded_at, ended_by, ended_at from disqualification";

    private final DataSource database;

    PostgresDisqualifications(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean covers(String person, SchemeId scheme) {
        return !query(COLUMNS + " where person = ? and scheme_id = ? and ended_at is null", select -> {
                    select.setString(1, person);
                    select.setObject(2, scheme.value());
                })
                .isEmpty();
    }

    @Override
    public Optional<Disqualification> find(UUID id) {
        return query(COLUMNS + " where id = ?", select -> select.setObject(1, id)).stream()
                .findFirst();
    }

    @Override
    public List<Disqualification> list(
            @Nullable SchemeId scheme, @Nullable String person, @Nullable UUID after, int limit) {
        return query(
                COLUMNS
                        + " where (?::uuid is null or scheme_id = ?::uuid) and (?::text is null or person = ?::text)"
                        + " and (?::uuid is null or id > ?::uuid) order by id limit ?",
                select -> {
                    for (var i = 1; i <= 2; i++) {
                        select.setObject(i, scheme == null ? null : scheme.value());
                        select.setString(i + 2, person);
                        select.setObject(i + 4, after);
                    }
                    select.setInt(7, limit);
                });
    }

    @Override
    public boolean add(Disqualification one) {
        return update("""
                        insert into disqualification (id, person, scheme_id, reason, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (person, scheme_id) where ended_at is null do nothing
                        """, insert -> {
            insert.setObject(1, one.id());
            insert.setString(2, one.person());
            insert.setObject(3, one.scheme().value());
            insert.setString(4, one.reason());
            insert.setString(5, one.recordedBy());
            insert.setObject(6, one.recordedAt().atOffset(ZoneOffset.UTC));
        });
    }

    @Override
    public boolean end(UUID id, Ending ending) {
        return update(
                "update disqualification set ended_by = ?, ended_at = ? where id = ? and ended_at is null", update -> {
                    update.setString(1, ending.by());
                    update.setObject(2, ending.at().atOffset(ZoneOffset.UTC));
                    update.setObject(3, id);
                });
    }

    private interface Parameters {
        void into(PreparedStatement statement) throws SQLException;
    }

    private boolean update(String sql, Parameters parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.into(statement);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("The disqualification cannot be written", e);
        }
    }

    private List<Disqualification> query(String sql, Parameters parameters) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            parameters.into(select);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<Disqualification>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Disqualifications cannot be read", e);
        }
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
