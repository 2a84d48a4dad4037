package no.opptrapping.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.opptrapping.platform.database.PlainSql;
import org.jspecify.annotations.Nullable;

/**
 * Where business code leaves what the world shall know. The event becomes part of the caller's transaction: it is
 * published if, and only if, that transaction commits.
 *
 * <p>Events of one aggregate are published in the order of their changes, provided that the caller holds the
 * aggregate's lock when it appends: it has inserted or updated the aggregate's row (or locked it) before, in the same
 * transaction. What a Hibernate session still holds back is therefore flushed first.
 */
@ApplicationScoped
public class Outbox {
    static final String INSERT = """
            insert into outbox (event_id, topic, key, type, subject, version, occurred_at, traceparent, correlation_id, data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Bytes; what a broker takes by default, less room for the headers. */
    private static final int LARGEST_DATA = 900_000;

    private final PlainSql sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxSignal signal;
    private final TransactionSynchronizationRegistry transaction;
    private final Instance<EntityManager> session;

    Outbox(
            PlainSql sql,
            ObjectMapper json,
            Clock clock,
            OutboxSignal signal,
            TransactionSynchronizationRegistry transaction,
            Instance<EntityManager> session) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.signal = signal;
        this.transaction = transaction;
        this.session = session;
    }

    /**
     * Adds an event to the caller's transaction; outside a transaction it is refused with a
     * {@link jakarta.transaction.TransactionalException}.
     */
    @Transactional(TxType.MANDATORY)
    public void append(OutgoingEvent event) {
        append(List.of(event));
    }

    /**
     * Adds the events to the caller's transaction in their order, as {@link #append(OutgoingEvent)} does with one: what
     * Hibernate holds back is looked through once, not once for every event.
     */
    @Transactional(TxType.MANDATORY)
    public void append(Collection<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        if (session.isResolvable()) {
            session.get().flush();
        }
        insert(events);
        transaction.registerInterposedSynchronization(new WakeRelayAfterCommit());
    }

    private void insert(Collection<OutgoingEvent> events) {
        var occurredAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.updateEach(
                INSERT,
                events.stream()
                        .map(event -> Arrays.<@Nullable Object>asList(
                                UUID.randomUUID(),
                                event.topic(),
                                event.key(),
                                event.type(),
                                event.subject(),
                                event.version(),
                                occurredAt,
                                EventContext.currentTraceParent(),
                                EventContext.currentCorrelationId(),
                                written(event)))
                        .toList());
    }

    private String written(OutgoingEvent event) {
        try {
            var data = json.writeValueAsString(event.data());
            // Found out by the relay it would stand in the way of every later event.
            if (data.getBytes(StandardCharsets.UTF_8).length > LARGEST_DATA) {
                throw new IllegalArgumentException(
                        "The data of " + event.type() + " " + event.subject() + " are too large to be published");
            }
            return data;
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "The data of " + event.type() + " cannot be written as JSON", unwritable);
        }
    }

    private final class WakeRelayAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing to prepare: the row is already written.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                signal.raise();
            }
        }
    }
}
