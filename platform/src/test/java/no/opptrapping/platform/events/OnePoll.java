package no.opptrapping.platform.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** What a channel hands over after one poll, and which offsets came back acknowledged or refused. */
final class OnePoll {
    private final List<Long> acknowledged = new ArrayList<>();
    private final List<Long> refused = new ArrayList<>();
    private final KafkaRecordBatch<String, String> batch;

    OnePoll(List<ConsumerRecord<String, String>> records) {
        var partition = new TopicPartition(records.getFirst().topic(), 0);
        batch = new IncomingKafkaRecordBatch<>(
                new ConsumerRecords<>(Map.of(partition, records), Map.of()),
                "report",
                0,
                new Commits(),
                new Refusals(),
                false,
                false);
    }

    KafkaRecordBatch<String, String> batch() {
        return batch;
    }

    List<Long> acknowledged() {
        return acknowledged;
    }

    List<Long> refused() {
        return refused;
    }

    private final class Commits implements KafkaCommitHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
            acknowledged.add(record.getOffset());
            return Uni.createFrom().voidItem();
        }
    }

    private final class Refusals implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            refused.add(record.getOffset());
            return Uni.createFrom().voidItem();
        }
    }
}
