package no.opptrapping.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final List<Topic> TOPICS = List.of(new Topic("kept.v1", 3, false), new Topic("latest.v1", 2, true));

    @TempDir
    Path directory;

    @Test
    void hasTheTopicsItWasAskedForAndKeepsAcknowledgedRecordsWhenItIsKilled() throws Exception {
        int port;
        try (var kafka = EmbeddedKafka.start(directory, 0, 0, TOPICS)) {
            port = kafka.port();
            assertTopics(kafka);
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>("kept.v1", 0, "key", "a krone"))
                        .get(20, TimeUnit.SECONDS);
            }
            kafka.kill();
        }
        try (var kafka = EmbeddedKafka.start(directory, port, 0, TOPICS)) {
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(firstRecord(kafka)).isEqualTo("a krone");
        }
    }

    @Test
    void refusesAPortThatIsTaken(@TempDir Path other) throws Exception {
        try (var socket = new java.net.ServerSocket(0, 1, Ports.loopback())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(other, socket.getLocalPort(), 0, List.of()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Port " + socket.getLocalPort() + ", which Kafka needs, is taken by another program.");
        }
    }

    private static void assertTopics(EmbeddedKafka kafka) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            var topics = admin.describeTopics(List.of("kept.v1", "latest.v1"))
                    .allTopicNames()
                    .get();
            assertThat(topics.get("kept.v1").partitions()).hasSize(3);
            assertThat(topics.get("latest.v1").partitions()).hasSize(2);
            var latest = new ConfigResource(ConfigResource.Type.TOPIC, "latest.v1");
            assertThat(admin.describeConfigs(List.of(latest))
                            .all()
                            .get()
                            .get(latest)
                            .get("cleanup.policy")
                            .value())
                    .isEqualTo("compact");
        }
    }

    private static String firstRecord(EmbeddedKafka kafka) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition("kept.v1", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(20));
            assertThat(records.count()).isEqualTo(1);
            return records.iterator().next().value();
        }
    }
}
