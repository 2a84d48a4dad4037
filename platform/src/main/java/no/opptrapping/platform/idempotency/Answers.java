package no.opptrapping.platform.idempotency;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The first answers by caller and key, in the table <code>idempotency_record</code>. */
@ApplicationScoped
class Answers {
    /** A request whose key was seen: what it was and what it got. */
    record Answer(
            String request,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    private final DataSource database;

    Answers(DataSource database) {
        this.database = database;
    }

    /** Whether this transaction now holds the caller's key; false if another one does. */
    boolean lock(String caller, String key) {
        return inDatabase(connection -> {
            try (var select =
                    connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 571765))")) {
                select.setString(1, caller + "\n" + key);
                try (var row = select.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    Optional<Answer> find(String caller, String key) {
        return inDatabase(connection -> {
            try (var select = connection.prepareStatement(
                    "select request, status, location, etag, body from idempotency_record where caller = ? and key = ?")) {
                select.setString(1, caller);
                select.setString(2, key);
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Answer(
                                    row.getString(1),
                                    row.getInt(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)))
                            : Optional.empty();
                }
            }
        });
    }

    void add(String caller, String key, Answer answer) {
        inDatabase(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into idempotency_record (caller, key, request, status, location, etag, body)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """)) {
                insert.setString(1, caller);
                insert.setString(2, key);
                insert.setString(3, answer.request());
                insert.setInt(4, answer.status());
                insert.setString(5, answer.location());
                insert.setString(6, answer.etag());
                insert.setString(7, answer.body());
                return insert.executeUpdate();
            }
        });
    }

    /** Deletes at most so many answers that are older, by the database's clock; says how many. */
    int forget(Duration age, int most) {
        return inDatabase(connection -> {
            try (var delete = connection.prepareStatement("""
                    delete from idempotency_record where (caller, key) in (
                        select caller, key from idempotency_record
                        where created_at < now() - ? * interval '1 second' order by created_at limit ?)
                    """)) {
                delete.setLong(1, age.toSeconds());
                delete.setInt(2, most);
                return delete.executeUpdate();
            }
        });
    }

    @CanIgnoreReturnValue
    private <T> T inDatabase(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The idempotency records cannot be reached", e);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
