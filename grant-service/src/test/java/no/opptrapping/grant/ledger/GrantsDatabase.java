package no.opptrapping.grant.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with the tables of grant-service, reached as the application and as the owner. */
final class GrantsDatabase implements AutoCloseable {
    private static final String NAME = "grants";

    private final EmbeddedPostgres postgres;

    private GrantsDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static GrantsDatabase start() {
        try {
            var directory = Files.createTempDirectory("opptrapping-ledger-");
            directory.toFile().setExecutable(true, false);
            var postgres = EmbeddedPostgres.start(directory, 0, Set.of(NAME), false);
            Flyway.configure()
                    .dataSource(postgres.jdbcUrl(NAME), postgres.ownerUser(NAME), postgres.password())
                    .placeholders(Map.of("app", postgres.appUser(NAME)))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new GrantsDatabase(postgres);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Connection app() throws SQLException {
        return open(postgres.appUser(NAME));
    }

    Connection owner() throws SQLException {
        return open(postgres.ownerUser(NAME));
    }

    private Connection open(String user) throws SQLException {
        var connection = DriverManager.getConnection(postgres.jdbcUrl(NAME), user, postgres.password());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Posts an entry whose lines are given as account, amount, account, amount. */
    static UUID post(
            Connection connection, String kind, UUID scheme, UUID award, String source, Object... accountsAndAmounts)
            throws SQLException {
        var id = UUID.randomUUID();
        execute(connection, """
                insert into ledger_entry (id, kind, scheme_id, year, award_id, source, lines, posted_by, posted_at)
                values (?, ?, ?, 2025, ?, ?, ?, 'test', now())
                """, id, kind, scheme, award, source, accountsAndAmounts.length / 2);
        for (var i = 0; i < accountsAndAmounts.length; i += 2) {
            execute(
                    connection,
                    "insert into ledger_line (entry_id, account, amount) values (?, ?, ?)",
                    id,
                    accountsAndAmounts[i],
                    accountsAndAmounts[i + 1]);
        }
        return id;
    }

    static void execute(Connection connection, String sql, Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }

    static long number(Connection connection, String sql, Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
