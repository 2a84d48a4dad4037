package no.opptrapping.platform.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import no.opptrapping.platform.events.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Records as the broker would deliver them, for tests that hand them to a consumer themselves or to the broker. */
public final class EventRecords {
    private static final AtomicLong OFFSETS = new AtomicLong();

    private EventRecords() {}

    /** The event in binary mode, with the subject as its key. */
    public static ConsumerRecord<String, String> of(IncomingEvent event) {
        var headers = new RecordHeaders();
        set(headers, "ce_specversion", "1.0");
        set(headers, "ce_id", event.id());
        set(headers, "ce_type", event.type());
        set(headers, "ce_source", event.source());
        set(headers, "ce_subject", event.subject());
        set(headers, "ce_time", event.time().toString());
        set(headers, "ce_aggregateversion", Long.toString(event.version()));
        set(headers, "content-type", "application/json");
        return of(event.topic(), event.subject(), event.data().toString(), headers);
    }

    /** Sends the event to the broker and waits until it has it. */
    public static void send(String broker, IncomingEvent event) {
        send(broker, of(event));
    }

    /** Sends what the record says to the broker and waits until it has it. */
    public static void send(String broker, ConsumerRecord<String, String> record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            var _ = producer.send(
                            new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()))
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A record with these headers and, possibly, without a key or a value. */
    public static ConsumerRecord<String, String> of(
            String topic, @Nullable String key, @Nullable String value, Headers headers) {
        return new ConsumerRecord<>(
                topic,
                0,
                OFFSETS.getAndIncrement(),
                0L,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                key,
                value,
                headers,
                Optional.empty());
    }

    private static void set(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
