package no.opptrapping.platform.database;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * Statements in plain SQL, for what Hibernate cannot say or would be slow at; in the transaction that there is. Arguments
 * are the JDBC driver's types, and {@link Instant}, {@link Year}, {@link Kroner}, arrays of {@link UUID} and of text.
 */
@ApplicationScoped
public class PlainSql {
    private final DataSource database;

    PlainSql(DataSource database) {
        this.database = database;
    }

    /** Every row, read. */
    public <T> List<T> list(String sql, Reading<T> row, @Nullable Object... arguments) {
        return read(
                sql,
                rows -> {
                    var all = new ArrayList<T>();
                    while (rows.next()) {
                        all.add(row.of(rows));
                    }
                    return all;
                },
                arguments);
    }

    /** The first row, read, if there is one. */
    public <T> Optional<T> first(String sql, Reading<T> row, @Nullable Object... arguments) {
        return read(sql, rows -> rows.next() ? Optional.of(row.of(rows)) : Optional.empty(), arguments);
    }

    /**
     * The one row of a statement that always has one.
     *
     * @throws IllegalStateException if it has none
     */
    public <T> T one(String sql, Reading<T> row, @Nullable Object... arguments) {
        return first(sql, row, arguments).orElseThrow(() -> new IllegalStateException("No row was answered"));
    }

    /** What is made of all rows together. */
    @CanIgnoreReturnValue
    public <T> T read(String sql, Reading<T> rows, @Nullable Object... arguments) {
        return in(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                bind(select, arguments);
                try (var found = select.executeQuery()) {
                    return rows.of(found);
                }
            }
        });
    }

    /** Changes rows; says how many. */
    @CanIgnoreReturnValue
    public int update(String sql, @Nullable Object... arguments) {
        return in(connection -> {
            try (var update = connection.prepareStatement(sql)) {
                bind(update, arguments);
                return update.executeUpdate();
            }
        });
    }

    /** Carries out the statement once for each of the lists of arguments, in one round trip. */
    public void updateEach(String sql, List<? extends List<?>> arguments) {
        in(connection -> {
            try (var update = connection.prepareStatement(sql)) {
                for (var one : arguments) {
                    bind(update, one.toArray());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    /** Waits until nobody else holds what has this name, and holds it until the transaction ends. */
    public void lock(String name) {
        read("select pg_advisory_xact_lock(hashtextextended(?, 0))", ResultSet::next, name);
    }

    @CanIgnoreReturnValue
    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException refused) {
            throw new DatabaseFailure("The database refused a statement, or was away", refused);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        for (var i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, bound(statement.getConnection(), arguments[i]));
        }
    }

    private static @Nullable Object bound(Connection connection, @Nullable Object argument) throws SQLException {
        return switch (argument) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Year year -> year.getValue();
            case Kroner kroner -> kroner.value();
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case String[] texts -> connection.createArrayOf("text", texts);
            case null, default -> argument;
        };
    }

    /** Reads a row, or all of them. */
    public interface Reading<T> {
        /** What stands there. */
        T of(ResultSet rows) throws SQLException;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
