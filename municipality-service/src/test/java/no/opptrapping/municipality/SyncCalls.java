package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Calls of people, and what the world hears of them. */
final class SyncCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SyncCalls() {}

    static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON);
    }

    static RequestSpecification as(String issuer, String role) {
        var token = given().formParams(Map.of("grant_type", "password", "username", "kari", "roles", role))
                .post(issuer + "/staff/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("access_token");
        return anonymous().auth().oauth2(token);
    }

    /** Who bears the duties of 1838 Gildeskål after its split, and where its people went. */
    static Map<String, Object> decision(String day, String dutyBearer) {
        return Map.of(
                "splits",
                List.of(Map.of(
                        "municipality",
                        "1838",
                        "on",
                        day,
                        "dutyBearer",
                        dutyBearer,
                        "parts",
                        List.of(Map.of("number", "1842", "people", 500), Map.of("number", "1843", "people", 1500)))));
    }

    /** Each municipality of today with its name and organisation number. */
    static Map<String, String[]> municipalities() {
        var page = anonymous()
                .queryParam("limit", 500)
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var found = new LinkedHashMap<String, String[]>();
        List<Map<String, Object>> items = page.getList("items");
        for (var item : items) {
            found.put(
                    item.get("number").toString(),
                    new String[] {item.get("name").toString(), (String) item.get("organisationNumber")});
        }
        return found;
    }

    /** The numbers of the municipalities of a day. */
    static Set<String> numbers(String date) {
        return anonymous()
                .queryParam("date", date)
                .queryParam("limit", 500)
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.number", String.class)
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the headers of the key's records say of their subject and of its version, in the order told. */
    static List<String> subjectsOf(String broker, String topic, String key) {
        var found = new ArrayList<String>();
        read(broker, topic, record -> {
            if (record.key().equals(key)) {
                found.add(header(record, "ce_subject") + " " + header(record, "ce_aggregateversion"));
            }
        });
        return found;
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The newest record of the key, if it has come. */
    static Optional<JsonNode> newestOf(String broker, String topic, String key) throws JsonProcessingException {
        var newest = new AtomicReference<@Nullable String>();
        read(broker, topic, record -> {
            if (record.key().equals(key)) {
                newest.set(record.value());
            }
        });
        var text = newest.get();
        return text == null ? Optional.empty() : Optional.of(JSON.readTree(text));
    }

    private static void read(String broker, String topic, Consumer<ConsumerRecord<String, String>> each) {
        var settings = new Properties();
        settings.put("bootstrap.servers", broker);
        settings.put("isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<String, String>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }
}
