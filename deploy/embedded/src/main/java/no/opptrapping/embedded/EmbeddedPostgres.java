package no.opptrapping.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A real PostgreSQL as a child process, reached over the loopback interface only.
 *
 * <p>Each database has two roles: {@code <database>_owner} owns and migrates the schema, {@code <database>_app} reads and
 * writes rows and can do nothing to the schema or to other databases.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;
    private static final String ACCESS = """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    private final DirectoryLock lock;
    private final Child child;
    private final int port;
    private final String password;

    private EmbeddedPostgres(DirectoryLock lock, Child child, int port, String password) {
        this.lock = lock;
        this.child = child;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts PostgreSQL with a password made up for this run.
     *
     * @see #start(Path, int, Set, boolean, String)
     */
    public static EmbeddedPostgres start(Path directory, int port, Set<String> databases, boolean durable) {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        return start(directory, port, databases, durable, HexFormat.of().formatHex(random));
    }

    /**
     * Starts PostgreSQL in a directory, which is created or taken up where an earlier run left it.
     *
     * @param port to listen to, 0 for a free one
     * @param databases that must exist; missing ones are created
     * @param durable whether a commit survives a power cut; false is faster and enough for tests
     * @param password of every owner and app role
     * @throws StartFailure with one sentence that says why not
     */
    public static EmbeddedPostgres start(
            Path directory, int port, Set<String> databases, boolean durable, String password) {
        var user = PostgresUser.choose();
        var lock = DirectoryLock.take(directory, "PostgreSQL");
        try {
            var home = PostgresBinaries.unpackedIn(user.cache());
            var root = directory.toRealPath();
            initialise(home, root, user);
            var started = startServer(home, root, port, user, durable);
            try {
                for (var database : databases) {
                    PostgresDatabases.provide(started.port(), database, password);
                }
                return new EmbeddedPostgres(lock, started.child(), started.port(), password);
            } catch (SQLException | RuntimeException e) {
                started.child().close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            lock.close();
            throw new StartFailure("Could not start PostgreSQL in " + directory + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private record Started(Child child, int port) {}

    private static void initialise(Path home, Path root, PostgresUser user) throws IOException {
        var data = root.resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            var fresh = root.resolve("data.new");
            PostgresBinaries.deleteTree(fresh);
            Files.createDirectory(fresh);
            user.own(fresh);
            var command = user.command(List.of(
                    home.resolve("bin/initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=postgres",
                    "--auth=trust",
                    "--encoding=UTF-8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-sync"));
            var log = root.resolve("initdb.log");
            run(command, log);
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
    }

    private static void run(List<String> command, Path log) throws IOException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                var output = Files.readString(log);
                throw new StartFailure(
                        output.contains("No space left on device")
                                ? "PostgreSQL could not create its files because the disk that holds " + log.getParent()
                                        + " is full."
                                : "PostgreSQL could not create its files:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static Started startServer(Path home, Path root, int wantedPort, PostgresUser user, boolean durable)
            throws IOException {
        for (var attempt = 1; ; attempt++) {
            var port = wantedPort == 0 ? Ports.free() : wantedPort;
            var spec = new Child.Spec(
                    "postgres",
                    user.command(serverCommand(home, root, port, durable)),
                    Map.of(),
                    root,
                    Child.StopSignal.INT,
                    Duration.ofSeconds(3));
            Child.stopOrphan(spec);
            Files.deleteIfExists(root.resolve("data/postmaster.pid"));
            Ports.requireFree(port, "PostgreSQL");
            var child = Child.start(spec);
            try {
                child.awaitReady(START_LIMIT, () -> PostgresDatabases.serves(port, root.resolve("data")));
                return new Started(child, port);
            } catch (StartFailure e) {
                child.close();
                if (attempt == ATTEMPTS || !canBeTriedAgain(child.output(), wantedPort)) {
                    throw e;
                }
            }
        }
    }

    private static boolean canBeTriedAgain(String output, int wantedPort) {
        return output.contains("pre-existing shared memory block")
                || (wantedPort == 0 && output.contains("Address already in use"));
    }

    private static List<String> serverCommand(Path home, Path root, int port, boolean durable) {
        var command = new ArrayList<>(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                root.resolve("data").toString()));
        for (var setting : List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=120",
                "shared_buffers=128MB",
                "wal_level=logical",
                "shared_preload_libraries=pg_stat_statements",
                "max_wal_size=1GB",
                "timezone=UTC",
                "log_timezone=UTC",
                "fsync=" + (durable ? "on" : "off"),
                "synchronous_commit=" + (durable ? "on" : "off"),
                "full_page_writes=" + (durable ? "on" : "off"))) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    /** The port it listens to on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The JDBC address of a database. */
    public String jdbcUrl(String database) {
        return PostgresDatabases.url(port, database);
    }

    /** The role that owns the schema and runs migrations. */
    public String ownerUser(String database) {
        return PostgresDatabases.owner(database);
    }

    /** The role that the service itself uses. */
    public String appUser(String database) {
        return PostgresDatabases.app(database);
    }

    /** The password of every owner and app role. */
    public String password() {
        return password;
    }

    /** The server's own process id. */
    public long pid() {
        return child.pid();
    }

    /** Kills the server with SIGKILL, as a crash would; a new start in the same directory recovers. */
    public void kill() {
        child.kill();
        lock.close();
    }

    /** Stops the server; its data stay in the directory. */
    @Override
    public void close() {
        child.close();
        lock.close();
    }
}
