package no.opptrapping.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    private static final Set<String> DATABASES = Set.of("alpha", "beta", "grant");

    @TempDir
    Path directory;

    @Test
    void letsTheOwnerMigrateAndTheAppDoInItsOwnDatabaseWhatItIsGrantedThere() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(directory, 0, DATABASES, false)) {
            run(
                    postgres,
                    "alpha",
                    postgres.ownerUser("alpha"),
                    "create table thing (id int primary key); create table hidden (id int);"
                            + " grant select, insert on thing to " + postgres.appUser("alpha"));
            assertSqlState("42501", () -> run(postgres, "alpha", postgres.appUser("alpha"), "select 1 from hidden"));
            run(postgres, "alpha", postgres.appUser("alpha"), "insert into thing values (1)");

            assertSqlState(
                    "42501", () -> run(postgres, "alpha", postgres.appUser("alpha"), "create table no (id int)"));
            assertSqlState("42501", () -> run(postgres, "beta", postgres.appUser("alpha"), "select 1"));
            assertSqlState(
                    "28P01",
                    () -> DriverManager.getConnection(postgres.jdbcUrl("alpha"), postgres.appUser("alpha"), "wrong")
                            .close());
        }
    }

    @Test
    void keepsCommittedRowsWhenItIsKilledAndStartedAgainInTheSamePlace() throws SQLException {
        int port;
        try (var postgres = EmbeddedPostgres.start(directory, 0, DATABASES, true, "secret")) {
            port = postgres.port();
            run(
                    postgres,
                    "alpha",
                    postgres.ownerUser("alpha"),
                    "create table thing (id int); insert into thing values (7); grant select on thing to "
                            + postgres.appUser("alpha"));
            postgres.kill();
        }
        try (var postgres = EmbeddedPostgres.start(directory, port, DATABASES, true, "secret");
                var connection = connect(postgres, "alpha", postgres.appUser("alpha"));
                var rows = connection.createStatement().executeQuery("select id from thing")) {
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    @Test
    void refusesAPortWhereAnotherServerListensAndLeavesThatServerAlone(@TempDir Path other) throws SQLException {
        try (var first = EmbeddedPostgres.start(directory, 0, Set.of("alpha"), false)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(other, first.port(), Set.of("intruder"), false))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + first.port())
                    .hasMessageContaining("is taken");
            assertSqlState(
                    "3D000",
                    () -> DriverManager.getConnection(first.jdbcUrl("intruder"), "postgres", "")
                            .close());
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (var first = EmbeddedPostgres.start(directory, 0, Set.of("alpha"), false)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory, 0, Set.of("alpha"), false))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("is in use");
            assertThat(first.pid()).isPositive();
        }
    }

    @Test
    void stopsTheServerWhenItsStarterIsKilled() throws Exception {
        var starter = PostgresStarter.run(directory);
        var server = ProcessHandle.of(starter.server()).orElseThrow();
        starter.process().destroyForcibly().waitFor();

        server.onExit().get(20, TimeUnit.SECONDS);
        assertThat(Files.readString(directory.resolve("postgres.log"))).contains("database system is shut down");
    }

    @Test
    void stopsAnOrphanWhoseGuardWasKilledToo() throws Exception {
        var starter = PostgresStarter.run(directory);
        var server = ProcessHandle.of(starter.server()).orElseThrow();
        var guard = server.parent().orElseThrow();
        guard.children().filter(process -> process.pid() != server.pid()).forEach(watcher -> {
            watcher.descendants().forEach(ProcessHandle::destroyForcibly);
            watcher.destroyForcibly();
        });
        guard.destroyForcibly();
        starter.process().destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();

        try (var postgres = EmbeddedPostgres.start(directory, starter.port(), Set.of("alpha"), true)) {
            assertThat(postgres.pid()).isNotEqualTo(starter.server());
            assertThat(Files.readString(directory.resolve("postgres.log"))).contains("database system is shut down");
        }
    }

    @Test
    void saysWhyTheServerEnded() throws IOException {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/PG_VERSION"), "9\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(directory, 0, Set.of("alpha"), false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("postgres ended while it was starting")
                .hasMessageContaining("postgres.log");
    }

    private interface SqlAction {
        void run() throws SQLException;
    }

    private static void assertSqlState(String state, SqlAction action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    private static void run(EmbeddedPostgres postgres, String database, String user, String sql) throws SQLException {
        try (var connection = connect(postgres, database, user);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String database, String user) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), user, postgres.password());
    }
}
