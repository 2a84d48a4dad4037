package no.opptrapping.platform.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets a group of consumers begin after what its topics hold now.
 *
 * <p>The end is written down for the group before anybody reads: a group that is only told to begin at the latest
 * record decides what that is when it reads for the first time, and loses what was told just before.
 */
final class StartAfresh {
    private StartAfresh() {}

    /** Does nothing for partitions in which the group has a place already. */
    static void at(String broker, String group, Collection<String> topics) {
        if (topics.isEmpty()) {
            return;
        }
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((topic, description) -> description
                            .partitions()
                            .forEach(partition ->
                                    ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet()
                    .forEach(ends::remove);
            if (ends.isEmpty()) {
                return;
            }
            var places = new HashMap<TopicPartition, OffsetAndMetadata>();
            admin.listOffsets(ends)
                    .all()
                    .get()
                    .forEach((partition, end) -> places.put(partition, new OffsetAndMetadata(end.offset())));
            admin.alterConsumerGroupOffsets(group, places).all().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The group " + group + " has no place in " + topics, failed);
        }
    }
}
