package no.opptrapping.grant.allocation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import no.opptrapping.grant.allocation.Disqualifications;
import no.opptrapping.grant.schemes.SchemeId;

/** Disqualifications in PostgreSQL. */
@ApplicationScoped
class PostgresDisqualifications implements Disqualifications {
    private final DataSource database;

    PostgresDisqualifications(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean covers(String person, SchemeId scheme) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select 1 from disqualification where person = ? and scheme_id = ?")) {
            select.setString(1, person);
            select.setObject(2, scheme.value());
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Disqualifications cannot be read", e);
        }
    }

    @Override
    public boolean add(Disqualification one) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into disqualification (id, person, scheme_id, reason, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (person, scheme_id) do nothing
                        """)) {
            insert.setObject(1, one.id());
            insert.setString(2, one.person());
            insert.setObject(3, one.scheme().value());
            insert.setString(4, one.reason());
            insert.setString(5, one.recordedBy());
            insert.setObject(6, one.recordedAt().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("The disqualification cannot be written", e);
        }
    }
}
