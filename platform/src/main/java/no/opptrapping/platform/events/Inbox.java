package no.opptrapping.platform.events;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes in events so that one that comes twice, late or out of order leaves the same state as one that came once and
 * in order. A topic is taken in by one consumer per service.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** What became of one delivery. */
    enum Outcome {
        APPLIED,
        DUPLICATE,
        OUTDATED
    }

    private final DataSource database;

    Inbox(DataSource database) {
        this.database = database;
    }

    /**
     * Applies the event once: the inbox row and the effect are one transaction. A second delivery is ignored, and so is
     * a version of the subject older than one already applied. A failure that will pass (database away, serialization,
     * time limits) is tried again with growing pauses for as long as it lasts, the records behind it waiting. A record
     * without a value is ignored.
     *
     * @throws RuntimeException when the event itself is at fault (an {@link UnusableEvent}, or whatever the effect
     *     threw): the channel then sets the record aside on its dead letter topic
     */
    public void consume(ConsumerRecord<String, String> record, Consumer<IncomingEvent> effect) {
        if (record.value() == null) {
            return;
        }
        var event = IncomingEvent.read(record);
        for (var attempt = 1; ; attempt++) {
            try {
                var outcome = QuarkusTransaction.requiringNew().call(() -> apply(event, effect));
                LOG.debugf("%s %s of %s: %s", event.type(), event.id(), event.topic(), outcome);
                return;
            } catch (RuntimeException failure) {
                if (!TransientFailure.isTransient(failure)) {
                    throw failure;
                }
                LOG.warnf(failure, "%s %s waits for a failure to pass (attempt %d)", event.type(), event.id(), attempt);
                pause(attempt);
            }
        }
    }

    private Outcome apply(IncomingEvent event, Consumer<IncomingEvent> effect) {
        try (var connection = database.getConnection()) {
            if (!claim(connection, event)) {
                return Outcome.DUPLICATE;
            }
            if (!advance(connection, event)) {
                return Outcome.OUTDATED;
            }
        } catch (SQLException failure) {
            throw new EventStoreFailure("The inbox is out of reach", failure);
        }
        effect.accept(event);
        return Outcome.APPLIED;
    }

    private static boolean claim(Connection connection, IncomingEvent event) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into inbox (topic, event_id, subject, version, outcome) values (?, ?, ?, ?, 'applied')
                on conflict do nothing
                """)) {
            insert.setString(1, event.topic());
            insert.setString(2, event.id());
            insert.setString(3, event.subject());
            insert.setLong(4, event.version());
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean advance(Connection connection, IncomingEvent event) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into inbox_subject (topic, subject, version) values (?, ?, ?)
                on conflict (topic, subject) do update set version = excluded.version
                where inbox_subject.version <= excluded.version
                """)) {
            upsert.setString(1, event.topic());
            upsert.setString(2, event.subject());
            upsert.setLong(3, event.version());
            return upsert.executeUpdate() == 1;
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(Duration.ofMillis(Math.min(10_000, 100L << Math.min(attempt, 7))));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting", stop);
        }
    }
}
