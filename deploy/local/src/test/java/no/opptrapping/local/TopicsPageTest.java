package no.opptrapping.local;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.opptrapping.embedded.Topic;
import no.opptrapping.embedded.Topics;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The page of the topics, the schemas, what is made, what is listened to and the three AsyncAPI documents say the same. */
class TopicsPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path PAGE = ROOT.resolve("deploy/docs/topics.md");
    private static final String INCOMING = "mp.messaging.incoming.";

    private final Map<String, Row> page = rows();

    /** One line of the page's table. */
    private record Row(
            String topic,
            String owner,
            String key,
            String kept,
            int partitions,
            Set<String> listeners,
            Set<String> deadLetters) {
        static Row of(List<String> cells) {
            return new Row(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    Integer.parseInt(cells.get(4)),
                    set(cells.get(5)),
                    set(cells.get(6)));
        }

        private static Set<String> set(String cell) {
            return Stream.of(cell.split(",", -1))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .collect(toSet());
        }
    }

    @Test
    void everySchemaHasItsTopicAndEachTopicIsWrittenOf() throws IOException {
        for (var service : Service.values()) {
            assertThat(schemas(service))
                    .as("schemas of " + service.directory())
                    .isEqualTo(topics(row -> row.owner().equals(service.directory())));
        }
        var text = Files.readString(PAGE);
        assertThat(page.keySet()).allSatisfy(topic -> assertThat(text).contains("\n## " + topic + "\n\n"));
    }

    @Test
    void theTopicsAreMadeAsThePageSays() {
        var made = Topics.all().stream().collect(toMap(Topic::name, topic -> topic));
        for (var row : page.values()) {
            assertThat(row.kept()).isIn("compacted", "for ever");
            assertThat(made.remove(row.topic()))
                    .isEqualTo(
                            new Topic(row.topic(), row.partitions(), row.kept().equals("compacted")));
            assertThat(row.deadLetters())
                    .isEqualTo(row.listeners().stream()
                            .map(listener -> Topics.deadLetters(row.topic(), listener))
                            .collect(toSet()));
            for (var deadLetters : row.deadLetters()) {
                assertThat(made.get(deadLetters)).isEqualTo(new Topic(deadLetters, 1, false));
            }
        }
        assertThat(made.keySet()).allSatisfy(rest -> assertThat(rest).endsWith(".dlq"));
    }

    @Test
    void theServicesListenToWhatThePageSays() throws IOException {
        for (var service : Service.values()) {
            var settings = new Properties();
            try (var reader = Files.newBufferedReader(resources(service).resolve("application.properties"))) {
                settings.load(reader);
            }
            assertThat(values(settings, ".topic"))
                    .as("what " + service.directory() + " listens to")
                    .isEqualTo(topics(row -> row.listeners().contains(service.directory())));
            assertThat(values(settings, ".dead-letter-queue.topic"))
                    .as("where " + service.directory() + " sets aside")
                    .isEqualTo(topics(row -> row.listeners().contains(service.directory())).stream()
                            .map(topic -> Topics.deadLetters(topic, service.directory()))
                            .collect(toSet()));
        }
    }

    @Test
    void theDocumentsOfTheEventsSendAndReceiveWhatThePageSays() throws IOException {
        for (var service : Service.values()) {
            var document = at(yaml(contracts(service).resolve("asyncapi.yaml")));
            var channels = at(document.get("channels"));
            var sent = new TreeSet<String>();
            var received = new TreeSet<String>();
            for (var operation : at(document.get("operations")).values()) {
                var reference = String.valueOf(at(at(operation).get("channel")).get("$ref"));
                var channel = at(channels.get(reference.replace("#/channels/", "")));
                var topic = String.valueOf(channel.get("address"));
                if (at(operation).get("action").equals("send")) {
                    sent.add(topic);
                    assertSentAsThePageSays(page.get(topic), channel);
                } else {
                    received.add(topic);
                    page.get(topic).deadLetters().stream()
                            .filter(name -> name.contains(service.directory()))
                            .forEach(name -> assertThat(String.valueOf(channel.get("description")))
                                    .contains(name));
                }
            }
            assertThat(sent).isEqualTo(topics(row -> row.owner().equals(service.directory())));
            assertThat(received).isEqualTo(topics(row -> row.listeners().contains(service.directory())));
            assertThat(at(at(document.get("info")).get("license"))).containsEntry("name", "Apache License 2.0");
        }
    }

    private static void assertSentAsThePageSays(Row row, Map<String, Object> channel) {
        var kafka = at(at(channel.get("bindings")).get("kafka"));
        assertThat(kafka).containsEntry("partitions", row.partitions());
        assertThat(at(kafka.get("topicConfiguration")))
                .containsEntry("cleanup.policy", List.of(row.kept().equals("compacted") ? "compact" : "delete"));
        assertThat(String.valueOf(channel.get("description"))).contains("Key = " + row.key() + ",");
    }

    private Set<String> topics(Predicate<Row> wanted) {
        return page.values().stream().filter(wanted).map(Row::topic).collect(toSet());
    }

    private static Set<String> schemas(Service service) throws IOException {
        try (var files = Files.list(contracts(service))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .collect(toSet());
        }
    }

    /** What stands at the end of a channel's settings. */
    private static Set<String> values(Properties settings, String end) {
        return settings.stringPropertyNames().stream()
                .filter(name -> name.matches("\\Q" + INCOMING + "\\E[a-z-]+\\Q" + end + "\\E"))
                .map(settings::getProperty)
                .collect(toSet());
    }

    private static Map<String, Row> rows() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> Arrays.stream(line.replace("`", "").split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .map(cells -> Row.of(cells.subList(1, 8)))
                    .collect(toMap(Row::topic, Function.identity()));
        } catch (IOException unreadable) {
            throw new AssertionError(PAGE + " cannot be read", unreadable);
        }
    }

    private static Path resources(Service service) {
        return ROOT.resolve(service.directory()).resolve("src/main/resources");
    }

    private static Path contracts(Service service) {
        return resources(service).resolve("contracts");
    }

    private static Object yaml(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            return new Yaml().load(reader);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object node) {
        assertThat(node).isInstanceOf(Map.class);
        return (Map<String, Object>) node;
    }
}
