package no.opptrapping.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import no.opptrapping.platform.events.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The frozen contracts of one service's events: {@code contracts/<topic>.schema.json} and, approved once and never
 * changed, {@code contracts/<topic>.sample-<n>.json}. The owner proves that it still produces its samples, a consumer that
 * it can read them.
 */
public final class ContractSamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final String owner;
    private final Path directory;

    private ContractSamples(String owner, Path directory) {
        this.owner = owner;
        this.directory = directory;
    }

    /**
     * The contracts that a service owns, for example {@code grant-service}; read from the owner's sources, for a module
     * whose tests run in its own folder beside the owner's.
     */
    public static ContractSamples ownedBy(String service) {
        return in(service, Path.of("..", service, "src", "main", "resources", "contracts"));
    }

    static ContractSamples in(String owner, Path directory) {
        assertThat(directory).as("the contracts of " + owner).isDirectory();
        return new ContractSamples(owner, directory);
    }

    /** The topics that have a schema here. */
    public List<String> topics() {
        return names(".schema.json", "*.schema.json");
    }

    /** Every sample fits its topic's schema, every topic has one, and each schema says whose contract it is. */
    public void assertConsistent() {
        assertThat(topics()).as("topics of " + owner).isNotEmpty();
        for (var topic : topics()) {
            assertThat(read(directory.resolve(topic + ".schema.json"))
                            .path("$id")
                            .asText())
                    .as("$id of the schema of " + topic)
                    .isEqualTo("urn:opptrapping:contract:" + topic);
            assertThat(samples(topic)).as("samples of " + topic).isNotEmpty();
            samples(topic).forEach(sample -> assertFits(topic, sample));
        }
    }

    /** The event's data fit the topic's schema. */
    public void assertFits(String topic, JsonNode data) {
        assertThat(schema(topic).validate(data))
                .extracting(Error::toString)
                .as(topic + ": " + data)
                .isEmpty();
    }

    /** The event's data, as JSON text, fit the topic's schema. */
    public void assertFits(String topic, String data) {
        assertFits(topic, parse(data));
    }

    /**
     * The data that the owner produces now, as JSON text, are exactly the approved sample, but for properties that the
     * schema has got since and does not require. A new sample is written with {@code -Dcontracts.approve=true}; an
     * approved one never is.
     */
    public void assertApproved(String topic, int number, String produced) {
        var data = parse(produced);
        assertFits(topic, data);
        var file = file(topic, number);
        if (!Files.exists(file) && Boolean.getBoolean("contracts.approve")) {
            write(file, data);
        }
        assertThat(file)
                .as("an approved sample (-Dcontracts.approve=true writes a new one)")
                .exists();
        var approved = read(file);
        assertThat(withoutAdded(data, approved, parse(text(directory.resolve(topic + ".schema.json"))))
                        .toPrettyString())
                .as("What consumers rely on has changed: that needs a new version of " + topic)
                .isEqualTo(approved.toPrettyString());
    }

    /** What is produced without the optional properties that the approved sample is too old to have. */
    static JsonNode withoutAdded(JsonNode produced, JsonNode approved, JsonNode schema) {
        var left = produced.<ObjectNode>deepCopy();
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        produced.fieldNames().forEachRemaining(name -> {
            if (!approved.has(name) && schema.path("properties").has(name) && !required.contains(name)) {
                left.remove(name);
            }
        });
        return left;
    }

    /** All approved samples of a topic, in the order of their numbers. */
    public List<JsonNode> samples(String topic) {
        return names(".json", topic + ".sample-*.json").stream()
                .map(name -> Integer.valueOf(name.substring(name.lastIndexOf('-') + 1)))
                .sorted()
                .map(number -> sample(topic, number))
                .toList();
    }

    /** One approved sample's data. */
    public JsonNode sample(String topic, int number) {
        return read(file(topic, number));
    }

    /** One approved sample as the event that a consumer's effect is given. */
    public IncomingEvent event(String topic, int number, String subject, long version) {
        return new IncomingEvent(
                UUID.randomUUID().toString(),
                topic,
                "no.opptrapping." + topic,
                "/" + owner,
                subject,
                version,
                Instant.parse("2025-02-03T04:05:06Z"),
                sample(topic, number));
    }

    /** One approved sample as the record that a consumer's channel is given. */
    public ConsumerRecord<String, String> record(String topic, int number, String subject, long version) {
        return EventRecords.of(event(topic, number, subject, version));
    }

    private Schema schema(String topic) {
        return SCHEMAS.getSchema(text(directory.resolve(topic + ".schema.json")), InputFormat.JSON);
    }

    private Path file(String topic, int number) {
        return directory.resolve(topic + ".sample-" + number + ".json");
    }

    private List<String> names(String suffix, String glob) {
        try (var files = Files.newDirectoryStream(directory, glob)) {
            var names = new ArrayList<String>();
            for (var file : files) {
                var name = file.getFileName().toString();
                names.add(name.substring(0, name.length() - suffix.length()));
            }
            names.sort(null);
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        return parse(text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, JsonNode data) {
        try {
            Files.writeString(file, data.toPrettyString() + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
