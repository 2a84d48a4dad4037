package no.opptrapping.platform.events;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The trace and the correlation id that an event carries from its sender to whatever it causes. */
final class EventContext {
    private static final int LONGEST_CORRELATION_ID = 255;

    private EventContext() {}

    /** What is done with an event in the database. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Does the work as a part of the sender's trace and under the sender's correlation id. */
    static <T> T continued(ConsumerRecord<?, ?> record, Tracer tracer, Work<T> work) throws SQLException {
        var sender = W3CTraceContextPropagator.getInstance().extract(Context.root(), record.headers(), TextHeaders.GET);
        var span = tracer.spanBuilder("process " + record.topic())
                .setParent(sender)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", record.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()))
                .setAttribute("messaging.kafka.offset", record.offset())
                .startSpan();
        var earlier = MDC.get(EventHeaders.CORRELATION_ID_IN_LOG);
        setCorrelationId(correlationId(record.headers()));
        try (var _ = span.makeCurrent()) {
            return work.run();
        } catch (RuntimeException | SQLException failure) {
            span.recordException(failure);
            span.setStatus(StatusCode.ERROR);
            throw failure;
        } finally {
            span.end();
            setCorrelationId(earlier);
        }
    }

    /** The sender's correlation id, unless it is one that cannot be kept: it says nothing of the event. */
    private static @Nullable String correlationId(Headers headers) {
        var id = EventHeaders.find(headers, EventHeaders.CORRELATION_ID);
        return id != null && PlainText.isName(id, LONGEST_CORRELATION_ID) ? id : null;
    }

    /** The {@code traceparent} of what is going on now, if anything is being traced. */
    static @Nullable String currentTraceParent() {
        var carrier = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, (map, name, value) -> {
            if (map != null) {
                map.put(name, value);
            }
        });
        return carrier.get(EventHeaders.TRACE_PARENT);
    }

    /** The correlation id of what is going on now, if there is one. */
    static @Nullable String currentCorrelationId() {
        var id = MDC.get(EventHeaders.CORRELATION_ID_IN_LOG);
        return id == null ? null : id.toString();
    }

    private static void setCorrelationId(@Nullable Object id) {
        if (id == null) {
            MDC.remove(EventHeaders.CORRELATION_ID_IN_LOG);
        } else {
            MDC.put(EventHeaders.CORRELATION_ID_IN_LOG, id);
        }
    }

    private enum TextHeaders implements TextMapGetter<Headers> {
        GET;

        @Override
        public Iterable<String> keys(Headers headers) {
            List<String> names = new ArrayList<>();
            for (Header header : headers) {
                names.add(header.key());
            }
            return names;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            return headers == null ? null : EventHeaders.find(headers, name);
        }
    }
}
