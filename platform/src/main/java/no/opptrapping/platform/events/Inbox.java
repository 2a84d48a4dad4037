package no.opptrapping.platform.events;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
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
    private final Tracer tracer;
    private final EventMetrics metrics;
    private final ConsumerPulse pulse;
    private final Patience patience;

    Inbox(DataSource database, Tracer tracer, EventMetrics metrics, ConsumerPulse pulse, Patience patience) {
        this.database = database;
        this.tracer = tracer;
        this.metrics = metrics;
        this.pulse = pulse;
        this.patience = patience;
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
        EventContext.continued(record, tracer, () -> {
            try {
                var event = IncomingEvent.read(record);
                var outcome = persist(record.topic(), () -> apply(event, effect));
                metrics.took(record.topic(), outcome);
                LOG.debugf("%s %s: %s", event.type(), event.id(), outcome);
            } catch (ConsumptionStopped stop) {
                throw stop;
            } catch (RuntimeException fault) {
                setAside(record, fault);
                throw fault;
            }
        });
    }

    private Outcome apply(IncomingEvent event, Consumer<IncomingEvent> effect) throws SQLException {
        try (var connection = database.getConnection()) {
            if (!InboxRows.claim(connection, event)) {
                EventCounts.raise(connection, EventCounts.Kind.DUPLICATE, event.topic(), 1);
                return Outcome.DUPLICATE;
            }
            if (!InboxRows.advance(connection, event)) {
                InboxRows.markOutdated(connection, event);
                EventCounts.raise(connection, EventCounts.Kind.OUTDATED, event.topic(), 1);
                return Outcome.OUTDATED;
            }
        }
        effect.accept(event);
        try (var connection = database.getConnection()) {
            EventCounts.raise(connection, EventCounts.Kind.CONSUMED, event.topic(), 1);
        }
        return Outcome.APPLIED;
    }

    private void setAside(ConsumerRecord<String, String> record, RuntimeException fault) {
        var eventId = EventHeaders.find(record.headers(), EventHeaders.ID);
        var reason =
                Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getName());
        LOG.errorf(
                fault,
                "Event %s (%s, partition %d, offset %d) cannot be used and is set aside",
                eventId,
                record.topic(),
                record.partition(),
                record.offset());
        var isNew = persist(record.topic(), () -> {
            try (var connection = database.getConnection()) {
                return InboxRows.setAside(connection, record, eventId, reason);
            }
        });
        if (isNew) {
            metrics.deadLettered(record.topic());
        }
    }

    /** Runs the step in a transaction of its own, again and again while what stops it will pass. */
    private <T> T persist(String topic, Callable<T> step) {
        for (var attempt = 1; ; attempt++) {
            try (var _ = pulse.attempt(topic)) {
                return QuarkusTransaction.requiringNew().call(step);
            } catch (RuntimeException failure) {
                if (!TransientFailure.of(failure).mayPassAfter(attempt)) {
                    throw failure;
                }
                if (attempt == 1) {
                    LOG.warnf(failure, "An event of %s waits for a failure to pass", topic);
                } else {
                    LOG.warnf("An event of %s still waits (attempt %d): %s", topic, attempt, failure);
                }
            }
            patience.pauseAfter(attempt);
        }
    }
}
