package no.opptrapping.platform.events;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One event waiting in the outbox. */
record OutboxRow(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        String subject,
        long version,
        Instant occurredAt,
        @Nullable String traceParent,
        @Nullable String correlationId,
        String data) {
    static final String COLUMNS =
            "id, event_id, topic, key, type, subject, version, occurred_at, traceparent, correlation_id, data";

    static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("subject"),
                row.getLong("version"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"),
                row.getString("correlation_id"),
                row.getString("data"));
    }

    /** The CloudEvent in binary mode; {@code source} is the sending service. */
    ProducerRecord<String, String> toRecord(String source) {
        var record = new ProducerRecord<>(topic, key, data);
        var headers = record.headers();
        EventHeaders.set(headers, EventHeaders.SPEC_VERSION, "1.0");
        EventHeaders.set(headers, EventHeaders.ID, eventId.toString());
        EventHeaders.set(headers, EventHeaders.TYPE, type);
        EventHeaders.set(headers, EventHeaders.SOURCE, source);
        EventHeaders.set(headers, EventHeaders.SUBJECT, subject);
        EventHeaders.set(headers, EventHeaders.TIME, occurredAt.toString());
        EventHeaders.set(
                headers,
                EventHeaders.DATA_SCHEMA,
                EventHeaders.SCHEMA_BASE + URLEncoder.encode(topic, StandardCharsets.UTF_8));
        EventHeaders.set(headers, EventHeaders.AGGREGATE_VERSION, Long.toString(version));
        EventHeaders.set(headers, EventHeaders.CONTENT_TYPE, "application/json");
        if (correlationId != null) {
            EventHeaders.set(headers, EventHeaders.CORRELATION_ID, correlationId);
        }
        if (traceParent != null) {
            EventHeaders.set(headers, EventHeaders.TRACE_PARENT, traceParent);
        }
        return record;
    }
}
