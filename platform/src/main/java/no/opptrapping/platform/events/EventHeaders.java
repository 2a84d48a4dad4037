package no.opptrapping.platform.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Names of the Kafka headers of a CloudEvent 1.0 in binary mode, with our extensions. */
final class EventHeaders {
    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SOURCE = "ce_source";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String DATA_SCHEMA = "ce_dataschema";
    static final String AGGREGATE_VERSION = "ce_aggregateversion";
    static final String CORRELATION_ID = "ce_correlationid";
    static final String CONTENT_TYPE = "content-type";
    static final String TRACE_PARENT = "traceparent";

    /** What a contract's name (the topic) is appended to; the JSON Schema has the same as its {@code $id}. */
    static final String SCHEMA_BASE = "urn:opptrapping:contract:";

    /** Name of the correlation id among the values that every log line carries. */
    static final String CORRELATION_ID_IN_LOG = "correlationId";

    private EventHeaders() {}

    static void set(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable String find(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static String require(Headers headers, String name) {
        var value = find(headers, name);
        if (value == null || value.isBlank()) {
            throw new UnusableEvent("The header " + name + " is missing");
        }
        return value;
    }
}
