package no.opptrapping.platform.events;

import java.util.Objects;

/**
 * What a service tells the world; becomes one CloudEvent (binary mode) on {@code topic}.
 *
 * @param topic the Kafka topic, for example {@code award.v1}
 * @param key the record's key: events with one key keep their order, and a compacted topic keeps the last of each
 * @param type the CloudEvents type, which names the frozen contract, for example {@code no.opptrapping.award.v1}
 * @param subject the aggregate that the event is about, usually its identity
 * @param version the aggregate's version after the change, 0 or more, growing by each change of the aggregate
 * @param data the event's content, written as JSON by the service's own object mapper
 */
public record OutgoingEvent(String topic, String key, String type, String subject, long version, Object data) {
    public OutgoingEvent {
        requireText(topic, "topic");
        requireText(key, "key");
        requireText(type, "type");
        requireText(subject, "subject");
        Objects.requireNonNull(data, "data");
        if (version < 0) {
            throw new IllegalArgumentException("version must be 0 or more, was " + version);
        }
    }

    private static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
