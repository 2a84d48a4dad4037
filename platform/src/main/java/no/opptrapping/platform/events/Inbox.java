package no.opptrapping.platform.events;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import no.opptrapping.platform.database.DatabaseFailure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * Takes in events so that one that comes twice, late or out of order leaves the same state as one that came once and
 * in order. A topic is taken in by one consumer per service.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    /** So few that what their transaction locks is not locked for long. */
    private static final int AT_ONCE = 25;

    /** What became of one delivery. */
    enum Outcome {
        APPLIED,
        DUPLICATE,
        OUTDATED
    }

    private final DataSource database;
    private final Instance<EntityManager> session;
    private final Tracer tracer;
    private final EventMetrics metrics;
    private final ConsumerPulse pulse;
    private final Patience patience;
    private final Effects effects;
    private final DeadLetters deadLetters;
    /** Two transactions of several events each could wait for each other's locks. */
    private final ReentrantLock turn = new ReentrantLock();

    Inbox(
            DataSource database,
            Instance<EntityManager> session,
            Tracer tracer,
            EventMetrics metrics,
            ConsumerPulse pulse,
            Patience patience,
            Effects effects,
            DeadLetters deadLetters) {
        this.database = database;
        this.session = session;
        this.tracer = tracer;
        this.metrics = metrics;
        this.pulse = pulse;
        this.patience = patience;
        this.effects = effects;
        this.deadLetters = deadLetters;
    }

    /**
     * Applies the events of one poll in their order and acknowledges them. Each is applied once: the inbox row and the
     * effect are one transaction. A second delivery is ignored, and so is a version of the subject older than one already
     * applied. A failure that will pass (database away, serialization, time limits) is tried again with growing pauses
     * for as long as it lasts, the records behind it waiting. A record that is itself at fault (an {@link UnusableEvent},
     * or whatever the effect threw) is set aside: kept among the {@link DeadLetters} with its cause, and sent to the
     * channel's dead letter topic.
     *
     * <p>Events are taken several in one transaction as long as nothing goes wrong in it; otherwise nothing of it has
     * happened and each of its events is taken by itself.
     *
     * @return completed when the events are acknowledged: never, if the service stops while one waits; it is then
     *     delivered again
     */
    public CompletionStage<Void> consume(KafkaRecordBatch<String, String> batch) {
        var records = batch.getRecords();
        return records.isEmpty()
                ? batch.ack()
                : consume(batch, effects.of(records.getFirst().getTopic()));
    }

    CompletionStage<Void> consume(KafkaRecordBatch<String, String> batch, Consumer<IncomingEvent> effect) {
        var records = batch.getRecords();
        try {
            for (var from = 0; from < records.size(); from += AT_ONCE) {
                patience.requireTime();
                var some = records.subList(from, Math.min(from + AT_ONCE, records.size()));
                if (!takeTogether(some, effect)) {
                    some.forEach(record -> takeAlone(record, effect));
                }
            }
        } catch (ConsumptionStopped stop) {
            return new CompletableFuture<>();
        }
        return batch.ack();
    }

    /** Whether all went well; if not, nothing has happened. */
    private boolean takeTogether(List<KafkaRecord<String, String>> records, Consumer<IncomingEvent> effect) {
        if (records.size() == 1) {
            return false;
        }
        var topic = records.getFirst().getTopic();
        turn.lock();
        try (var _ = pulse.attempt(topic)) {
            var outcomes = QuarkusTransaction.requiringNew().call(() -> {
                InboxRows.waitBriefly(database);
                return apply(records.stream().map(Inbox::received).toList(), effect);
            });
            outcomes.forEach(outcome -> metrics.took(topic, outcome));
            return true;
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "%d events of %s are taken one by one", records.size(), topic);
            return false;
        } finally {
            turn.unlock();
        }
    }

    private void takeAlone(KafkaRecord<String, String> record, Consumer<IncomingEvent> effect) {
        try {
            consume(received(record), effect);
        } catch (ConsumptionStopped stop) {
            throw stop;
        } catch (RuntimeException fault) {
            // What the effect needs is being closed: nothing that fails now says anything of the event.
            patience.requireTime();
            setAside(record, fault);
        }
    }

    /**
     * Applies one event.
     *
     * @throws RuntimeException when the event itself is at fault
     */
    void consume(ConsumerRecord<String, String> record, Consumer<IncomingEvent> effect) {
        persist(record.topic(), () -> apply(List.of(record), effect))
                .forEach(outcome -> metrics.took(record.topic(), outcome));
    }

    /**
     * Applies the event of a record that was set aside, in the open transaction.
     *
     * @throws RuntimeException when it still cannot be used, or cannot be used now
     */
    Outcome takeAgain(ConsumerRecord<String, String> record) {
        var effect = effects.find(record.topic())
                .orElseThrow(() -> new UnusableEvent("Nothing listens to " + record.topic() + " here"));
        try {
            var outcome = apply(List.of(record), effect).getFirst();
            metrics.took(record.topic(), outcome);
            return outcome;
        } catch (SQLException failure) {
            throw new DatabaseFailure("The event could not be taken in", failure);
        }
    }

    private List<Outcome> apply(List<ConsumerRecord<String, String>> records, Consumer<IncomingEvent> effect)
            throws SQLException {
        var outcomes = new ArrayList<Outcome>();
        for (var record : records) {
            outcomes.add(EventContext.continued(record, tracer, () -> apply(IncomingEvent.read(record), effect)));
        }
        try (var connection = database.getConnection()) {
            for (var outcome : Outcome.values()) {
                var times = Collections.frequency(outcomes, outcome);
                if (times > 0) {
                    EventCounts.raise(
                            connection, kind(outcome), records.getFirst().topic(), times);
                }
            }
        }
        return outcomes;
    }

    private Outcome apply(IncomingEvent event, Consumer<IncomingEvent> effect) throws SQLException {
        try (var connection = database.getConnection()) {
            if (!InboxRows.claim(connection, event)) {
                return Outcome.DUPLICATE;
            }
            if (!InboxRows.advance(connection, event)) {
                InboxRows.markOutdated(connection, event);
                return Outcome.OUTDATED;
            }
        }
        effect.accept(event);
        if (session.isResolvable()) {
            // The next event reads afresh, as in a transaction of its own.
            session.get().flush();
            session.get().clear();
        }
        LOG.debugf("%s %s applied", event.type(), event.id());
        return Outcome.APPLIED;
    }

    private static EventCounts.Kind kind(Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> EventCounts.Kind.CONSUMED;
            case DUPLICATE -> EventCounts.Kind.DUPLICATE;
            case OUTDATED -> EventCounts.Kind.OUTDATED;
        };
    }

    private void setAside(KafkaRecord<String, String> record, RuntimeException fault) {
        var received = received(record);
        LOG.errorf(
                fault,
                "A record of %s (partition %d, offset %d) cannot be used and is set aside",
                received.topic(),
                received.partition(),
                received.offset());
        if (persist(received.topic(), () -> deadLetters.add(received, fault))) {
            metrics.deadLettered(received.topic());
        }
        refuse(record, new UnusableEvent(PlainText.of(fault), fault));
    }

    /**
     * Has the channel send the record to its dead letter topic, however long the broker is away. One that the broker
     * will never take, being as large as may be before its headers, stands among the {@link DeadLetters} all the same.
     */
    private void refuse(KafkaRecord<String, String> record, UnusableEvent fault) {
        for (var attempt = 1; ; attempt++) {
            try {
                record.nack(fault).toCompletableFuture().join();
                return;
            } catch (CompletionException failure) {
                if (failure.getCause() instanceof RecordTooLargeException) {
                    LOG.errorf(failure, "A dead letter of %s is too large for its topic", record.getTopic());
                    return;
                }
                LOG.warnf(failure, "A dead letter of %s waits for the broker", record.getTopic());
            }
            patience.pauseAfter(attempt);
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

    @SuppressWarnings("unchecked") // metadata are looked up by their class, which has no type arguments
    private static ConsumerRecord<String, String> received(KafkaRecord<String, String> record) {
        IncomingKafkaRecordMetadata<String, String> metadata =
                record.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return metadata.getRecord();
    }
}
