package no.opptrapping.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.municipality.reference.ReferenceEdition;
import no.opptrapping.municipality.reference.TakeInReferenceData;
import no.opptrapping.municipality.reference.TakeInReferenceData.Outcome;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Origin;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The service's story: it starts with nothing, takes in the reference data, and tells the world so that it can follow. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MunicipalityStoryIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MUNICIPALITIES = "municipality.v1";
    private static final String INDICATORS = "indicator.v1";

    @Inject
    TakeInReferenceData takeIn;

    @Inject
    CurrentRegister currentRegister;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    @Order(1)
    void startsWithTheWholeRegister() {
        var edition = ReadReferenceEdition.read();
        var register = currentRegister.get().register();

        assertThat(register.municipalities().stream().map(MunicipalityStoryIT::asInTheReferenceData))
                .containsExactlyInAnyOrderElementsOf(edition.register().municipalities());
        assertThat(register.counties()).isEqualTo(edition.register().counties());
        assertThat(register.lineage().changes())
                .containsExactlyInAnyOrderElementsOf(
                        edition.register().lineage().changes());
    }

    @Test
    @Order(2)
    void letsALatecomerRebuildTheWholePictureFromTheEventsAlone() {
        var municipalities = newest(MUNICIPALITIES);
        var picture = new RebuiltPicture(municipalities);
        var counts = IntStream.rangeClosed(2012, 2026)
                .map(year -> picture.on(LocalDate.of(year, 1, 1)).size())
                .boxed()
                .toList();

        assertThat(counts).containsExactly(429, 428, 428, 428, 428, 426, 422, 422, 356, 356, 356, 356, 357, 357, 357);
        var stokke = municipalities.values().stream()
                .filter(municipality ->
                        municipality.at("/versions/0/number").asText().equals("0720"))
                .findFirst()
                .orElseThrow();
        assertThat(stokke.get("successors")).hasSize(2).allSatisfy(successor -> {
            assertThat(municipalities)
                    .containsKey(successor.get("municipalityId").asText());
            assertThat(successor.get("method").asText()).isEqualTo("estimated");
        });

        var population = newest(INDICATORS).get("population/2026/2026-01-01/1");
        assertThat(sum(population)).isEqualByComparingTo("5627400");
        var joint = newest(INDICATORS).get("population/2012/2012-01-01/1");
        assertThat(sum(joint).add(new BigDecimal(joint.at("/joint/0/value").asText())))
                .isEqualByComparingTo("4985870");
        assertThat(newest(INDICATORS).get("health-region/2024/2026-01-01/1").get("values"))
                .hasSize(357);
    }

    @Test
    @Order(2)
    void tellsEveryChainOfSuccessorsToTheEnd() {
        var picture = new RebuiltPicture(newest(MUNICIPALITIES));
        var register = currentRegister.get().register();
        for (var date : List.of(LocalDate.of(2012, 1, 1), LocalDate.of(2019, 12, 31), LocalDate.of(2026, 1, 1))) {
            assertThat(picture.on(date))
                    .isEqualTo(register.validOn(date).stream()
                            .collect(Collectors.toMap(one -> one.number().value(), Listed::name)));
            for (var municipality : register.municipalities()) {
                assertThat(picture.heirs(municipality.id().toString(), date))
                        .as("%s on %s", municipality.firstNumber(), date)
                        .isEqualTo(register.lineage().heirsOn(municipality.id(), date).stream()
                                .collect(Collectors.toMap(
                                        heir -> heir.id().toString(),
                                        heir -> heir.share().stripTrailingZeros())));
            }
        }
        assertThat(picture.dutyBearer(idOf("1507", 2020), LocalDate.of(2026, 1, 1)))
                .isEqualTo(idOf("1508", 2024));
        assertThat(picture.dutyBearer(idOf("5030", 2019), LocalDate.of(2026, 1, 1)))
                .isEqualTo(idOf("5001", 2026));
    }

    private String idOf(String number, int year) {
        return currentRegister
                .get()
                .register()
                .holderAt(new MunicipalityNumber(number), LocalDate.of(year, 1, 1))
                .orElseThrow()
                .id()
                .toString();
    }

    @Test
    @Order(3)
    void tellsNothingWhenItIsStartedAgain() {
        var before = records();

        assertThat(takeIn.takeIn(ReadReferenceEdition.read())).isEqualTo(new Outcome.NothingNew());
        assertThat(takeIn.takeIn(edition("another print of the same facts", Optional.empty())))
                .isEqualTo(new Outcome.TakenIn(0, 0));
        assertThat(takeIn.takeIn(ReadReferenceEdition.read())).isEqualTo(new Outcome.TakenIn(0, 0));
        assertThat(records()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void tellsOnlyOfTheFigureThatWasRevisedAndKeepsTheFirst() {
        var before = records();
        var key = new ObservationKey("population", Year.of(2026), LocalDate.of(2026, 1, 1));

        assertThat(takeIn.takeIn(edition("a revised edition", Optional.of(key))))
                .isEqualTo(new Outcome.TakenIn(0, 1));

        var told = newest(INDICATORS);
        assertThat(records()).isEqualTo(before + 1);
        assertThat(told.get("population/2026/2026-01-01/2").at("/version").asInt())
                .isEqualTo(2);
        assertThat(sum(told.get("population/2026/2026-01-01/2"))).isEqualByComparingTo("5627401");
        assertThat(sum(told.get("population/2026/2026-01-01/1"))).isEqualByComparingTo("5627400");

        assertThat(takeIn.takeIn(ReadReferenceEdition.read())).isEqualTo(new Outcome.TakenIn(0, 1));
    }

    /** The municipality without what an administrator may have entered in another test on the same database. */
    private static Municipality asInTheReferenceData(Municipality municipality) {
        return new Municipality(
                municipality.id(),
                municipality.foundedOn(),
                municipality.versions(),
                municipality.organisationNumbers().stream()
                        .filter(registered -> registered.origin() == Origin.REFERENCE)
                        .toList());
    }

    /** The reference data under another fingerprint, with one more inhabitant in the first municipality of a set. */
    private static ReferenceEdition edition(String fingerprint, Optional<ObservationKey> revised) {
        var edition = ReadReferenceEdition.read();
        return new ReferenceEdition(
                fingerprint,
                edition.register(),
                edition.offices(),
                edition.indicators(),
                edition.observations().stream()
                        .map(set -> revised.equals(Optional.of(set.key())) ? withOneMore(set) : set)
                        .toList());
    }

    private static ObservationSet withOneMore(ObservationSet set) {
        var observations = new ArrayList<>(set.observations());
        var first = observations.getFirst();
        var people = Long.parseLong(first.value().orElseThrow()) + 1;
        observations.set(
                0,
                new Observation(
                        first.municipality(),
                        first.number(),
                        Optional.of(Long.toString(people)),
                        ObservationStatus.FINAL));
        return new ObservationSet(set.key(), observations, set.joint());
    }

    private static BigDecimal sum(JsonNode indicator) {
        return StreamSupport.stream(indicator.get("values").spliterator(), false)
                .map(value -> new BigDecimal(value.get("value").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The newest record of each key, as a new consumer of the topic gets to know it. */
    private Map<String, JsonNode> newest(String topic) {
        var newest = new HashMap<String, JsonNode>();
        read(topic).forEach(record -> newest.put(record.key(), parsed(record.value())));
        return newest;
    }

    /** How many records there are on both topics; offsets would count the ends of the relay's transactions as well. */
    private int records() {
        return read(MUNICIPALITIES).size() + read(INDICATORS).size();
    }

    private List<ConsumerRecord<String, String>> read(String topic) {
        waitForTheRelay();
        var records = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            Poll.until("the end of " + topic, () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
            });
        }
        return records;
    }

    private void waitForTheRelay() {
        Poll.until("an empty outbox", () -> {
            try (var connection = database.getConnection();
                    var rows = connection.createStatement().executeQuery("select count(*) from outbox")) {
                rows.next();
                return rows.getLong(1) == 0;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static JsonNode parsed(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(value, notJson);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer() {
        var settings = new Properties();
        settings.put("bootstrap.servers", broker);
        settings.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
