package no.opptrapping.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * One CloudEvent as received.
 *
 * @param id the event's own identity; a second delivery has the same
 * @param topic the Kafka topic that it came on
 * @param type the CloudEvents type, which names the contract
 * @param source who sent it, for example {@code /grant-service}
 * @param subject the aggregate that it is about
 * @param version the aggregate's version ({@code ce_aggregateversion})
 * @param time when it happened, by the sender's business clock
 * @param data the content as sent
 */
public record IncomingEvent(
        String id,
        String topic,
        String type,
        String source,
        String subject,
        long version,
        Instant time,
        JsonNode data) {
    private static final String TYPE_BASE = "no.opptrapping.";
    /** What an index of the database takes, whatever the characters. */
    private static final int LONGEST_NAME = 255;

    /** A consumer declares only the fields that it reads, and the owner may add fields: unknown ones are tolerated. */
    private static final JsonMapper TOLERANT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * The content as a type of the consumer's own that declares only the fields it reads.
     *
     * @throws UnusableEvent when the content does not fit the type
     */
    public <T> T dataAs(Class<T> shape) {
        try {
            return TOLERANT.treeToValue(data, shape);
        } catch (JsonProcessingException mismatch) {
            throw new UnusableEvent(
                    "The data of " + type + " " + id + " is not a usable " + shape.getSimpleName() + ": "
                            + mismatch.getOriginalMessage(),
                    mismatch);
        }
    }

    /** Reads a record; anything that is not one of our CloudEvents is an {@link UnusableEvent}. */
    static IncomingEvent read(ConsumerRecord<String, String> record) {
        if (record.key() == null || record.key().isBlank()) {
            throw new UnusableEvent("The record has no key");
        }
        if (record.value() == null) {
            throw new UnusableEvent("The record has no value");
        }
        var headers = record.headers();
        var specVersion = EventHeaders.require(headers, EventHeaders.SPEC_VERSION);
        if (!specVersion.startsWith("1.")) {
            throw new UnusableEvent("CloudEvents version " + specVersion + " is not known");
        }
        return new IncomingEvent(
                name(headers, EventHeaders.ID),
                record.topic(),
                type(record),
                name(headers, EventHeaders.SOURCE),
                name(headers, EventHeaders.SUBJECT),
                version(EventHeaders.require(headers, EventHeaders.AGGREGATE_VERSION)),
                time(EventHeaders.require(headers, EventHeaders.TIME)),
                json(record.value()));
    }

    private static String name(Headers headers, String header) {
        var name = EventHeaders.require(headers, header);
        if (!PlainText.isName(name, LONGEST_NAME)) {
            throw new UnusableEvent(
                    "The header " + header + " is longer than " + LONGEST_NAME + " or holds what is no text: " + name);
        }
        return name;
    }

    /** A topic has one type of events; another is of somebody else, or of a version that is not understood here. */
    private static String type(ConsumerRecord<String, String> record) {
        var type = name(record.headers(), EventHeaders.TYPE);
        if (!type.equals(TYPE_BASE + record.topic())) {
            throw new UnusableEvent("The type " + type + " is not known on " + record.topic());
        }
        return type;
    }

    private static long version(String text) {
        try {
            var version = Long.parseLong(text);
            if (version >= 0) {
                return version;
            }
            throw new UnusableEvent("The aggregate version is negative: " + text);
        } catch (NumberFormatException notANumber) {
            throw new UnusableEvent("The aggregate version is not a whole number: " + text, notANumber);
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new UnusableEvent("The time is not a point in time: " + text, notATime);
        }
    }

    private static JsonNode json(String text) {
        try {
            var data = TOLERANT.readTree(text);
            if (data == null || !data.isObject()) {
                throw new UnusableEvent("The data is not a JSON object");
            }
            return data;
        } catch (JsonProcessingException malformed) {
            throw new UnusableEvent("The data is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }
}
