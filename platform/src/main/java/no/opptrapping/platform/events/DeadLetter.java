package no.opptrapping.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be used, as it was set aside.
 *
 * @param eventId the event's own, as far as it can be read
 * @param reason why it could not be used
 * @param takenIn how it was taken in after all
 */
public record DeadLetter(
        UUID id,
        String topic,
        int partition,
        long offset,
        Optional<String> eventId,
        String reason,
        Instant setAsideAt,
        Optional<TakenIn> takenIn) {
    /**
     * How it was taken in after all.
     *
     * @param outcome applied, or without effect because it was a duplicate or a newer version had been applied
     */
    public record TakenIn(Instant at, String by, String outcome) {}

    /**
     * One header of the record.
     *
     * @param value its bytes in base64
     */
    public record Header(String name, @Nullable String value) {
        static Header of(org.apache.kafka.common.header.Header header) {
            return new Header(
                    header.key(),
                    header.value() == null ? null : Base64.getEncoder().encodeToString(header.value()));
        }

        private byte @Nullable [] bytes() {
            return value == null ? null : Base64.getDecoder().decode(value);
        }
    }

    /**
     * What the record said.
     *
     * @param value empty when the record had none, or was set aside before the records were kept
     */
    public record Content(Optional<String> key, Optional<String> value, List<Header> headers) {
        /** The text of a header, as far as it is text. */
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equals(name))
                    .reduce((_, last) -> last)
                    .flatMap(header -> Optional.ofNullable(header.bytes()))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** The record as it was received. */
    ConsumerRecord<String, String> record(Content content) {
        var all = new RecordHeaders();
        content.headers().forEach(header -> all.add(header.name(), header.bytes()));
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                content.key().orElse(null),
                content.value().orElse(null),
                all,
                Optional.empty());
    }
}
