package no.opptrapping.platform.events;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import no.opptrapping.platform.rounds.Rounds;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watches the service's consumers: how far behind they are, and whether they still ask the broker for more. */
@ApplicationScoped
class ConsumerWatch {
    private static final Logger LOG = Logger.getLogger(ConsumerWatch.class);
    private static final int ANSWER_SECONDS = 5;
    private static final String LAST_POLL = "last-poll-seconds-ago";

    private final KafkaClientService clients;
    private final Map<String, Object> kafka;
    private final Config config;
    private final EventMetrics metrics;
    private final Rounds rounds;
    private @Nullable Admin admin;

    ConsumerWatch(
            KafkaClientService clients,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Config config,
            EventMetrics metrics,
            Rounds rounds) {
        this.rounds = rounds;
        this.clients = clients;
        this.kafka = kafka;
        this.config = config;
        this.metrics = metrics;
    }

    @Scheduled(
            every = "{opptrapping.events.watch-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        rounds.each("consumer-watch", clients::getConsumerChannels, this::measure);
    }

    private void measure(String channel) {
        var topic = config.getOptionalValue("mp.messaging.incoming." + channel + ".topic", String.class)
                .orElse(channel);
        for (var consumer : clients.getConsumers(channel)) {
            try {
                metrics.lag(topic, lag(topic, consumer.configuration()));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The channels whose consumer has not asked the broker for records for longer than this. */
    Set<String> hungFor(Duration limit) {
        return clients.getConsumerChannels().stream()
                .filter(channel -> clients.getConsumers(channel).stream().anyMatch(consumer -> isHung(consumer, limit)))
                .collect(Collectors.toSet());
    }

    private static boolean isHung(KafkaConsumer<?, ?> consumer, Duration limit) {
        var client = consumer.unwrap();
        if (client == null) {
            return true;
        }
        return client.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(LAST_POLL))
                // Minus one before the first poll.
                .anyMatch(metric -> ((Number) metric.getValue().metricValue()).doubleValue() > limit.toSeconds());
    }

    private double lag(String topic, Map<String, ?> consumer) throws InterruptedException {
        try {
            return lag(topic, String.valueOf(consumer.get(ConsumerConfig.GROUP_ID_CONFIG)));
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            LOG.debugf(away, "The broker did not say how far behind the consumer of %s is", topic);
            return Double.NaN;
        }
    }

    private double lag(String topic, String group) throws InterruptedException, ExecutionException, TimeoutException {
        var broker = broker();
        var topics = answer(broker.describeTopics(Set.of(topic)).allTopicNames());
        var partitions = Objects.requireNonNull(topics.get(topic)).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        var begins = answer(
                broker.listOffsets(all(partitions, OffsetSpec.earliest())).all());
        var ends =
                answer(broker.listOffsets(all(partitions, OffsetSpec.latest())).all());
        var committed = answer(broker.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var lag = 0L;
        for (var partition : partitions) {
            var reached = committed.get(partition);
            var from = reached == null
                    ? Objects.requireNonNull(begins.get(partition)).offset()
                    : reached.offset();
            // The last offset of a partition is no record but the end of the sending relay's transaction.
            lag += Math.max(0, Objects.requireNonNull(ends.get(partition)).offset() - from - 1);
        }
        return (double) lag;
    }

    private static Map<TopicPartition, OffsetSpec> all(List<TopicPartition> partitions, OffsetSpec offset) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> offset));
    }

    private static <T> T answer(KafkaFuture<T> question)
            throws InterruptedException, ExecutionException, TimeoutException {
        return question.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized Admin broker() {
        var open = admin;
        if (open == null) {
            var settings = new HashMap<String, Object>();
            var known = new HashSet<>(AdminClientConfig.configNames());
            kafka.forEach((name, value) -> {
                if (known.contains(name)) {
                    settings.put(name, value);
                }
            });
            open = Admin.create(settings);
            admin = open;
        }
        return open;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
