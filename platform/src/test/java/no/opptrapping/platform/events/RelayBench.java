package no.opptrapping.platform.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.opptrapping.embedded.EmbeddedKafka;
import no.opptrapping.embedded.EmbeddedPostgres;
import no.opptrapping.embedded.Topic;
import no.opptrapping.platform.database.SchemaMigration;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A database and a broker that can be taken away, writers that fill the outbox, and a reader that checks the topic. */
final class RelayBench implements AutoCloseable {
    static final String TOPIC = "award.v1";
    private static final int PARTITIONS = 3;
    private static final String DATABASE = "platform";
    private static final String SERVICE = "platform-service";
    private static final String PASSWORD = "bench";

    private final Path directory;
    private final int postgresPort;
    private final int kafkaPort;
    private EmbeddedPostgres postgres;
    private EmbeddedKafka kafka;

    RelayBench(Path directory) throws SQLException, IOException {
        this.directory = directory;
        startPostgres(0);
        startKafka(0);
        postgresPort = postgres.port();
        kafkaPort = kafka.port();
        new SchemaMigration(
                        postgres.jdbcUrl(DATABASE),
                        postgres.ownerUser(DATABASE),
                        PASSWORD,
                        postgres.appUser(DATABASE),
                        List.of(SchemaMigration.LOCATION))
                .run(RelayBench.class.getClassLoader());
        try (var owner = DriverManager.getConnection(
                        postgres.jdbcUrl(DATABASE), postgres.ownerUser(DATABASE), PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute("create table aggregate (key text primary key, version bigint not null)");
        }
    }

    private void startPostgres(int port) {
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), port, Set.of(DATABASE), true, PASSWORD);
    }

    private void startKafka(int port) {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), port, 0, List.of(new Topic(TOPIC, PARTITIONS, true)));
    }

    void crashPostgres() {
        postgres.kill();
    }

    void restartPostgres() {
        startPostgres(postgresPort);
    }

    void crashKafka() {
        kafka.kill();
    }

    void restartKafka() {
        startKafka(kafkaPort);
    }

    Connection asApp() throws SQLException {
        return RelayEnds.database(postgres.jdbcUrl(DATABASE), postgres.appUser(DATABASE), PASSWORD, SERVICE);
    }

    String databaseUrl() {
        return postgres.jdbcUrl(DATABASE);
    }

    Map<String, Object> broker() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    RelayTenure tenure() throws SQLException {
        return new RelayTenure(asApp(), RelayEnds.broker(broker(), SERVICE), "/" + SERVICE, 100);
    }

    OutboxRelay relay() {
        return relay(databaseUrl(), broker());
    }

    static OutboxRelay relay(String databaseUrl, Map<String, Object> broker) {
        return new OutboxRelay(
                () -> RelayEnds.database(databaseUrl, DATABASE + "_app", PASSWORD, SERVICE),
                () -> RelayEnds.broker(broker, SERVICE),
                new OutboxSignal(),
                new QuickSettings(),
                "/" + SERVICE,
                _ -> {});
    }

    /** Ends the database session of whichever relay publishes now, and with it the lock. */
    int endSessionOfTheLock() throws SQLException {
        try (var superuser = DriverManager.getConnection(databaseUrl(), "postgres", "");
                var statement = superuser.createStatement();
                var ended = statement.executeQuery(
                        "select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and granted")) {
            ended.next();
            return ended.getInt(1);
        }
    }

    /** Changes an aggregate and appends what has changed, as a service does; every tenth time it changes its mind. */
    void change(Connection app, String key, Random random) throws SQLException {
        app.setAutoCommit(false);
        long version;
        try (var lock = app.prepareStatement("""
                insert into aggregate (key, version) values (?, 1)
                on conflict (key) do update set version = aggregate.version + 1 returning version
                """)) {
            lock.setString(1, key);
            try (var row = lock.executeQuery()) {
                row.next();
                version = row.getLong(1);
            }
        }
        append(app, key, version);
        if (random.nextInt(10) == 0) {
            app.rollback();
        } else {
            app.commit();
        }
    }

    static void append(Connection app, String key, long version) throws SQLException {
        try (var insert = app.prepareStatement(Outbox.INSERT)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, TOPIC);
            insert.setString(3, key);
            insert.setString(4, "no.opptrapping." + TOPIC);
            insert.setString(5, key);
            insert.setLong(6, version);
            insert.setObject(7, OffsetDateTime.parse("2025-01-02T03:04:05Z"));
            insert.setString(8, null);
            insert.setString(9, null);
            insert.setString(10, "{\"version\":" + version + "}");
            insert.executeUpdate();
        }
    }

    /** Changes random aggregates, reconnecting when the database goes away, until it is closed. */
    final class Writers implements AutoCloseable {
        private final List<Thread> threads = new ArrayList<>();
        private final AtomicInteger changes = new AtomicInteger();
        private volatile boolean stopping;

        Writers(int count, long seed, String prefix) {
            for (var i = 0; i < count; i++) {
                var random = new Random(seed + i);
                threads.add(Thread.ofPlatform().name("writer-" + i).start(() -> write(random, prefix)));
            }
        }

        private void write(Random random, String prefix) {
            while (!stopping) {
                try (var app = asApp()) {
                    while (!stopping) {
                        change(app, prefix + random.nextInt(40), random);
                        changes.incrementAndGet();
                    }
                } catch (SQLException away) {
                    Thread.onSpinWait();
                }
            }
        }

        int changes() {
            return changes.get();
        }

        @Override
        public void close() {
            stopping = true;
            try {
                for (var thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    long pending() throws SQLException {
        return number("select count(*) from outbox");
    }

    long counted() throws SQLException {
        return number("select coalesce(sum(count), 0) from event_count where kind = 'published'");
    }

    private long number(String query) throws SQLException {
        try (var app = asApp();
                var statement = app.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The newest version of each aggregate with the prefix, as the database has it. */
    Map<String, Long> newest(String prefix) throws SQLException {
        try (var app = asApp();
                var select = app.prepareStatement("select key, version from aggregate where key like ?")) {
            select.setString(1, prefix + "%");
            try (var rows = select.executeQuery()) {
                var newest = new HashMap<String, Long>();
                while (rows.next()) {
                    newest.put(rows.getString(1), rows.getLong(2));
                }
                return newest;
            }
        }
    }

    /** Every committed record of the topic whose key has the prefix, in the order of its partition. */
    List<ConsumerRecord<String, String>> published(String prefix) {
        var config = new HashMap<>(broker());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var reader = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            var partitions = new HashSet<TopicPartition>();
            for (var i = 0; i < PARTITIONS; i++) {
                partitions.add(new TopicPartition(TOPIC, i));
            }
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(each -> reader.position(each) < ends.get(each))) {
                reader.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().startsWith(prefix)) {
                        records.add(record);
                    }
                });
            }
            return records;
        }
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
