package no.opptrapping.embedded.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Formats the log directory if it is new, runs the broker, creates the topics and then writes the ready file.
 *
 * <p>Arguments: the properties file, the ready file, and topics as {@code name:partitions:cleanup-policy}.
 */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        var properties = Path.of(arguments[0]);
        var ready = Path.of(arguments[1]);
        var topics = Arrays.stream(arguments).skip(2).map(BrokerMain::topic).toList();
        format(read(properties).getProperty("log.dirs"));
        Thread.ofPlatform().daemon().start(() -> createTopics(bootstrapServers(properties), topics, ready));
        kafka.Kafka.main(new String[] {properties.toString()});
    }

    private static void format(String logs) throws Exception {
        if (Files.exists(Path.of(logs, "meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setDirectories(Set.of(logs))
                .setMetadataLogDirectory(logs)
                .setControllerListenerName("CONTROLLER")
                .setIgnoreFormatted(true)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setHasDynamicQuorum(false)
                .run();
    }

    private static void createTopics(String servers, List<NewTopic> topics, Path ready) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            for (var result : admin.createTopics(topics).values().values()) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
            admin.describeCluster().nodes().get();
            Files.writeString(ready, "ready\n");
        } catch (ExecutionException | InterruptedException | IOException e) {
            e.printStackTrace(System.out);
            Runtime.getRuntime().halt(1);
        }
    }

    private static NewTopic topic(String text) {
        var parts = text.split(":", -1);
        var compacted = "compact".equals(parts[2]);
        var settings = compacted
                ? Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1")
                : Map.of("cleanup.policy", "delete", "retention.ms", "-1");
        return new NewTopic(parts[0], Integer.parseInt(parts[1]), (short) 1).configs(settings);
    }

    private static String bootstrapServers(Path properties) {
        return read(properties).getProperty("advertised.listeners").replace("PLAINTEXT://", "");
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}
