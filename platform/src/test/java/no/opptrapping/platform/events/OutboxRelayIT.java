package no.opptrapping.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.opptrapping.platform.testing.Poll;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The relay against a real database and a real broker, both of which are taken away from it. */
class OutboxRelayIT {
    private static final long SEED = Long.getLong("opptrapping.test.seed", System.nanoTime());

    private static RelayBench bench;

    private final List<OutboxRelay> relays = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        System.out.println("opptrapping.test.seed=" + SEED);
        var directory = Files.createTempDirectory("opptrapping-relay-");
        directory.toFile().setExecutable(true, false);
        bench = new RelayBench(directory);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @AfterEach
    void stopRelays() throws InterruptedException {
        relays.forEach(OutboxRelay::stop);
        for (var thread : threads) {
            thread.join();
        }
    }

    private OutboxRelay startRelay() {
        var relay = bench.relay();
        relays.add(relay);
        threads.add(Thread.ofPlatform().name("relay-" + relays.size()).start(relay));
        return relay;
    }

    @Test
    void publishesACloudEventAndDeletesTheRowOnlyThen() throws Exception {
        var countedBefore = bench.counted();
        try (var app = bench.asApp()) {
            RelayBench.append(app, "plain-1", 3);
        }
        assertThat(bench.published("plain-")).isEmpty();

        startRelay();

        drained();
        var record = bench.published("plain-").getFirst();
        assertThat(headers(record))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "no.opptrapping.award.v1")
                .containsEntry("ce_source", "/platform-service")
                .containsEntry("ce_subject", "plain-1")
                .containsEntry("ce_time", "2025-01-02T03:04:05Z")
                .containsEntry("ce_dataschema", "urn:opptrapping:contract:award.v1")
                .containsEntry("ce_aggregateversion", "3")
                .containsEntry("content-type", "application/json")
                .containsKey("ce_id")
                .doesNotContainKeys("traceparent", "ce_correlationid");
        assertThat(record.value()).isEqualTo("{\"version\":3}");
        assertThat(bench.counted()).isEqualTo(countedBefore + 1);
    }

    @Test
    void losesAndReordersNothingWhileRelaysTakeOverFromEachOther() throws Exception {
        startRelay();
        startRelay();
        startRelay();
        try (var writers = bench.new Writers(4, SEED, "over-")) {
            for (var i = 1; i <= 8; i++) {
                var enough = i * 250;
                Poll.until("some changes", () -> writers.changes() > enough);
                Poll.until("a relay to have the lock", () -> bench.endSessionOfTheLock() == 1);
            }
        }
        drained();
        assertCompleteAndInOrder("over-");
    }

    @Test
    void onlyOneOfSeveralRelaysPublishes() throws Exception {
        startRelay();
        startRelay();
        Poll.until("one relay to publish", () -> states().contains(RelayPulse.State.PUBLISHING));
        Poll.until("the other to stand by", () -> states().contains(RelayPulse.State.STANDBY));

        relays.get(states().indexOf(RelayPulse.State.PUBLISHING)).stop();

        Poll.until(
                "the other to take over",
                () -> states().equals(
                                states().getFirst() == RelayPulse.State.STOPPED
                                        ? List.of(RelayPulse.State.STOPPED, RelayPulse.State.PUBLISHING)
                                        : List.of(RelayPulse.State.PUBLISHING, RelayPulse.State.STOPPED)));
    }

    @Test
    void shutsOutARelayThatHasLostItsLockWithoutKnowing() throws Exception {
        try (var app = bench.asApp();
                var former = bench.tenure();
                var present = bench.tenure()) {
            former.begin();
            RelayBench.append(app, "fence-1", 1);
            present.begin();
            assertThat(present.publishOldest()).containsEntry(RelayBench.TOPIC, 1);
            RelayBench.append(app, "fence-1", 2);

            assertThatThrownBy(former::publishOldest).isInstanceOf(KafkaException.class);

            assertThat(versions("fence-")).isEqualTo(Map.of("fence-1", List.of(1L)));
            assertThat(present.publishOldest()).containsEntry(RelayBench.TOPIC, 1);
            assertThat(versions("fence-")).isEqualTo(Map.of("fence-1", List.of(1L, 2L)));
        }
    }

    @Test
    void publishesAgainWhatWasAcknowledgedButNotDeleted() throws Exception {
        try (var app = bench.asApp();
                var former = bench.tenure()) {
            former.begin();
            RelayBench.append(app, "twice-1", 1);
            RelayBench.append(app, "twice-1", 2);
            refuseDeletion(true);
            assertThatThrownBy(former::publishOldest).isInstanceOf(SQLException.class);
        } finally {
            refuseDeletion(false);
        }
        assertThat(bench.pending()).isEqualTo(2);

        startRelay();

        drained();
        assertThat(versions("twice-")).isEqualTo(Map.of("twice-1", List.of(1L, 2L, 1L, 2L)));
        assertThat(bench.published("twice-").stream()
                        .map(record -> headers(record).get("ce_id"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void goesOnAfterTheDatabaseHasCrashed() throws Exception {
        startRelay();
        try (var writers = bench.new Writers(2, SEED, "crash-")) {
            Poll.until("some changes", () -> writers.changes() > 300);
            bench.crashPostgres();
            bench.restartPostgres();
            var before = writers.changes();
            Poll.until("changes after the crash", () -> writers.changes() > before + 300);
        }
        drained();
        assertCompleteAndInOrder("crash-");
    }

    @Test
    void keepsTheOrderWhileTheBrokerIsAway() throws Exception {
        var relay = startRelay();
        try (var writers = bench.new Writers(2, SEED, "away-")) {
            Poll.until("some changes", () -> writers.changes() > 300);
            bench.crashKafka();
            var before = writers.changes();
            Poll.until("changes without a broker", () -> writers.changes() > before + 500);
            assertThat(relay.pulse().state()).isNotEqualTo(RelayPulse.State.STOPPED);
        }
        assertThat(bench.pending()).isPositive();
        bench.restartKafka();
        drained();
        assertCompleteAndInOrder("away-");
    }

    @Test
    void losesNothingWhenItsProcessIsKilled() throws Exception {
        var random = new Random(SEED);
        try (var writers = bench.new Writers(2, SEED, "kill-")) {
            for (var i = 0; i < 3; i++) {
                var process = RelayProcess.start(bench.databaseUrl(), bench.broker());
                var published = bench.counted();
                var enough = random.nextInt(200);
                try {
                    Poll.until("the process to publish", () -> bench.counted() > published + enough);
                } finally {
                    process.destroyForcibly().waitFor();
                }
            }
            assertThat(writers.changes()).isPositive();
        }
        startRelay();
        drained();
        assertCompleteAndInOrder("kill-");
    }

    private List<RelayPulse.State> states() {
        return relays.stream().map(relay -> relay.pulse().state()).toList();
    }

    private static void drained() {
        Poll.until("an empty outbox", () -> bench.pending() == 0);
    }

    private static void refuseDeletion(boolean refused) throws SQLException {
        try (var superuser = DriverManager.getConnection(bench.databaseUrl(), "postgres", "");
                var statement = superuser.createStatement()) {
            statement.execute((refused ? "revoke" : "grant") + " delete on outbox " + (refused ? "from" : "to")
                    + " platform_app");
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static Map<String, List<Long>> versions(String prefix) {
        return bench.published(prefix).stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        TreeMap::new,
                        Collectors.mapping(
                                record -> Long.valueOf(headers(record).get("ce_aggregateversion")),
                                Collectors.toList())));
    }

    /**
     * Each aggregate's versions are all there, and each record follows the one before or begins a repetition: so that
     * what is repeated is repeated up to the newest, and the last record of a key (which compaction keeps) is the newest.
     */
    private static void assertCompleteAndInOrder(String prefix) throws SQLException {
        var newest = bench.newest(prefix);
        var published = versions(prefix);
        assertThat(published.keySet()).as("seed %s", SEED).isEqualTo(newest.keySet());
        published.forEach((key, versions) -> {
            var seen = new HashSet<Long>();
            var previous = 0L;
            for (var version : versions) {
                var repeated = !seen.add(version);
                assertThat(version == previous + 1 || repeated)
                        .as("%s after %s: %s of %s, seed %s", version, previous, versions, key, SEED)
                        .isTrue();
                previous = version;
            }
            assertThat(seen).as("versions of %s, seed %s", key, SEED).hasSize((int) (long) newest.get(key));
            assertThat(previous).as("the last of %s, seed %s", key, SEED).isEqualTo(newest.get(key));
        });
    }
}
