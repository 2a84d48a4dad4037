package no.opptrapping.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes a database's outbox for as long as it runs: waits for the lock that makes it the only one, publishes in id
 * order, and starts over after any failure, so that no record is ever passed by.
 */
final class OutboxRelay implements Runnable {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** Advisory lock of the outbox; such locks are per database, so one number serves every service. */
    static final long LOCK = 4711;

    private static final long FIRST_PAUSE_MILLIS = 100;

    /** Opens a connection of the relay's own, outside the pool. */
    interface Connections {
        Connection open() throws SQLException;
    }

    private final Connections connections;
    private final Supplier<Producer<String, String>> brokers;
    private final OutboxSignal signal;
    private final RelaySettings settings;
    private final String source;
    private final Consumer<Map<String, Integer>> published;
    private final RelayPulse pulse = new RelayPulse();
    private volatile boolean stopping;
    private int failuresInARow;

    OutboxRelay(
            Connections connections,
            Supplier<Producer<String, String>> brokers,
            OutboxSignal signal,
            RelaySettings settings,
            String source,
            Consumer<Map<String, Integer>> published) {
        this.connections = connections;
        this.brokers = brokers;
        this.signal = signal;
        this.settings = settings;
        this.source = source;
        this.published = published;
    }

    RelayPulse pulse() {
        return pulse;
    }

    /** Asks the relay to finish the batch at hand and end. */
    void stop() {
        stopping = true;
        signal.raise();
    }

    @Override
    public void run() {
        while (!stopping) {
            pulse.beat(RelayPulse.State.CONNECTING);
            try (var connection = connections.open()) {
                pulse.connected();
                publishUnderLock(connection);
            } catch (SQLException | KafkaException | InterruptedException failure) {
                if (stopping) {
                    break;
                }
                failuresInARow++;
                if (failuresInARow == 1) {
                    LOG.warn("The outbox relay starts over", failure);
                } else {
                    LOG.warnf("The outbox relay starts over (failure %d in a row): %s", failuresInARow, failure);
                }
                rest(pauseAfter(failuresInARow));
            }
        }
        pulse.beat(RelayPulse.State.STOPPED);
    }

    private void publishUnderLock(Connection connection) throws SQLException, InterruptedException {
        while (!stopping && !lock(connection)) {
            pulse.beat(RelayPulse.State.STANDBY);
            signal.await(settings.standby());
        }
        if (stopping) {
            return;
        }
        try (var tenure = new RelayTenure(connection, brokers.get(), source, settings.batch())) {
            tenure.begin();
            LOG.info("This process now publishes the outbox");
            while (!stopping) {
                pulse.beat(RelayPulse.State.PUBLISHING);
                var counts = tenure.publishOldest();
                failuresInARow = 0;
                if (counts.isEmpty()) {
                    signal.await(settings.poll());
                    continue;
                }
                published.accept(counts);
                if (sum(counts) < settings.batch()) {
                    rest(settings.gathering());
                }
            }
        }
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private Duration pauseAfter(int failures) {
        var pause = Duration.ofMillis(FIRST_PAUSE_MILLIS << Math.min(failures - 1, 10));
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
