package no.opptrapping.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.opptrapping.embedded.EmbeddedKafka;
import no.opptrapping.embedded.EmbeddedPostgres;
import no.opptrapping.embedded.Topics;
import no.opptrapping.embedded.issuer.LocalIssuer;
import no.opptrapping.platform.database.SchemaMigration;

/**
 * A real PostgreSQL, a real Kafka broker with all topics, and an issuer, started once per JVM and stopped with it.
 *
 * <p>Init argument {@code database}: municipality, grants, reporting or platform. The database is
 * migrated as its owner; the service works as the role that may not change the schema, as in production.
 */
public class RealInfrastructure implements QuarkusTestResourceLifecycleManager {
    /** Name of the argument that says which database is the service's. */
    public static final String DATABASE = "database";

    /** Name of the argument that says where the migrations are, if not where a service has them. */
    public static final String LOCATIONS = "locations";

    /**
     * Name of the argument that names the channels, with commas, on which nothing is heard of what was told before the
     * test's application started; a channel has the name of its topic without the version.
     */
    public static final String AFRESH = "afresh";

    /** Name of the argument that is true where every statement of the service is to be explained, for {@link ExplainedSql}. */
    public static final String EXPLAINED = "explained";

    /** Configuration with which a test reaches its database as the superuser. */
    public static final String SUPERUSER_URL = "opptrapping.test.superuser-url";

    private static final Set<String> DATABASES =
            Set.of("municipality", "grants", "reporting", "examples", "timelines", "plans", "platform");
    /** Kept among the system's properties: each class loader of a test has its own statics, but all have these. */
    private static final String STARTED = "opptrapping.test.infrastructure";

    private String database = "platform";
    private List<String> afresh = List.of();
    private boolean explained;
    private List<String> locations = List.of(SchemaMigration.LOCATION);

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault(DATABASE, database);
        if (!DATABASES.contains(database)) {
            throw new IllegalArgumentException("No database is called " + database + ": " + DATABASES);
        }
        if (arguments.containsKey(AFRESH)) {
            afresh = List.of(arguments.get(AFRESH).split(","));
        }
        explained = Boolean.parseBoolean(arguments.get(EXPLAINED));
        if (arguments.containsKey(LOCATIONS)) {
            locations = List.of(arguments.get(LOCATIONS).split(","));
        }
    }

    @Override
    public Map<String, String> start() {
        if (System.getProperty(STARTED) == null) {
            startAll();
        }
        var config = new HashMap<String, String>();
        var port = System.getProperty(STARTED + ".port");
        var password = System.getProperty(STARTED + ".password");
        config.put(SUPERUSER_URL, "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres");
        config.put("opptrapping.database.host", "127.0.0.1");
        config.put("opptrapping.database.port", port);
        config.put("opptrapping.database.name", database);
        config.put("opptrapping.database.password", password);
        config.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:" + port + "/" + database);
        config.put("quarkus.datasource.username", database + "_app");
        config.put("quarkus.datasource.password", password);
        // For tests that try what only the owner can; the service itself does not read it.
        config.put("opptrapping.database.owner-password", password);
        config.put("kafka.bootstrap.servers", System.getProperty(STARTED + ".kafka"));
        // The broker is the other databases' too: what they were told would be heard here with a group of this one's
        // own.
        for (var channel : afresh) {
            config.put("mp.messaging.incoming." + channel + ".group.id", database);
        }
        StartAfresh.at(
                System.getProperty(STARTED + ".kafka"),
                database,
                afresh.stream().map(channel -> channel + ".v1").toList());
        config.put("opptrapping.issuer", System.getProperty(STARTED + ".issuer"));
        migrate(port, password);
        if (explained) {
            ExplainedSql.explain(config.get(SUPERUSER_URL), database + "_app");
        }
        return config;
    }

    private void migrate(String port, String password) {
        var migration = new SchemaMigration(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                database + "_owner",
                password,
                database + "_app",
                locations);
        migration.run(Objects.requireNonNull(Thread.currentThread().getContextClassLoader()));
    }

    /** Nothing: what was started serves the next test too, and ends with the JVM. */
    @Override
    public void stop() {}

    private static void startAll() {
        try {
            var directory = Files.createTempDirectory("opptrapping-test-");
            // PostgreSQL may run as another user than the one who made the folder.
            Objects.requireNonNull(directory.toFile()).setExecutable(true, false);
            var postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0, DATABASES, false);
            var kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0, Topics.all());
            var issuer = LocalIssuer.start(directory.resolve("issuer"), 0);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().unstarted(() -> stopAll(directory, postgres, kafka, issuer)));
            System.setProperty(STARTED + ".port", Integer.toString(postgres.port()));
            System.setProperty(STARTED + ".password", postgres.password());
            System.setProperty(STARTED + ".kafka", kafka.bootstrapServers());
            System.setProperty(STARTED + ".issuer", issuer.baseUrl());
            System.setProperty(STARTED, "true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopAll(Path directory, EmbeddedPostgres postgres, EmbeddedKafka kafka, LocalIssuer issuer) {
        issuer.close();
        kafka.close();
        postgres.close();
        try (var files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException leftBehind) {
            System.getLogger(RealInfrastructure.class.getName())
                    .log(System.Logger.Level.WARNING, "Left behind: " + directory, leftBehind);
        }
    }
}
