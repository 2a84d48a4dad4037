package no.opptrapping.grant.known.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import no.opptrapping.grant.known.IndicatorSet;
import no.opptrapping.grant.known.KnownIndicators;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.events.IncomingEvent;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.testing.EventRecords;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class KnownFromTopicsIT {
    private static final Map<UUID, String> NUMBERS = new HashMap<>();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2025, 2, 1);
    private static final long SEED = 20250102;

    @Inject
    KnownMunicipalities municipalities;

    @Inject
    KnownIndicators indicators;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void municipalitiesThatAreToldTwiceLateAndOutOfOrderAreKnownAsTheyWereToldLast() {
        var id = UUID.randomUUID();
        var events = new ArrayList<IncomingEvent>();
        for (var version = 1; version <= 6; version++) {
            events.add(event("municipality.v1", id.toString(), version, municipality(id, "Navn " + version)));
        }
        var newest = events.getLast();
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(SEED));

        events.forEach(this::send);
        var end = UUID.randomUUID();
        send(event("municipality.v1", id.toString(), 7, municipality(id, "Sist")));
        send(newest);
        send(event("municipality.v1", end.toString(), 1, municipality(end, "Slutt")));

        Poll.until(
                "the last name (seed " + SEED + ")",
                () -> known(id)
                        .map(KnownMunicipality::name)
                        .filter("Sist"::equals)
                        .isPresent());
        Poll.until("the end of the story", () -> known(end).isPresent());
        assertThat(known(id)).map(KnownMunicipality::name).hasValue("Sist");
    }

    @Test
    void indicatorsKeepEveryVersionAndTheNewestIsTheLatest() {
        var code = "antall-" + UUID.randomUUID();
        var subject = code + "/2024/2025-01-01/";
        send(event("indicator.v1", subject + 2, 1, indicator(code, 2, "quantity", "724291.5")));
        send(event("indicator.v1", subject + 1, 1, indicator(code, 1, "quantity", "724290")));
        Poll.until(
                "the first version, told last",
                () -> indicators
                        .version(code, Year.of(2024), LocalDate.of(2025, 1, 1), 1)
                        .isPresent());

        var latest = Poll.untilPresent(
                "the second version",
                () -> indicators
                        .latest(code, Year.of(2024), LocalDate.of(2025, 1, 1))
                        .filter(set -> set.version() == 2));

        assertThat(latest.values()).containsEntry(new MunicipalityNumber("0301"), new BigDecimal("724291.5"));
        assertThat(indicators.version(code, Year.of(2024), LocalDate.of(2025, 1, 1), 1))
                .map(IndicatorSet::values)
                .hasValue(Map.of(new MunicipalityNumber("0301"), new BigDecimal("724290")));
        assertThat(indicators.codes()).contains(code);
        assertThat(indicators.latest(code, Year.of(2023), LocalDate.of(2025, 1, 1)))
                .isEmpty();
    }

    @Test
    void groupingsAreKnownByStructureDate() {
        var code = "gruppe-" + UUID.randomUUID();
        send(event("indicator.v1", code + "/2020/2025-01-01/1", 1, indicator(code, 1, "grouping", "EKG11")));

        Poll.until(
                "the grouping",
                () -> !indicators.grouping(code, LocalDate.of(2025, 1, 1)).isEmpty());

        assertThat(indicators.grouping(code, LocalDate.of(2025, 1, 1)))
                .isEqualTo(Map.of(new MunicipalityNumber("0301"), "EKG11"));
        assertThat(indicators.latest(code, Year.of(2024), LocalDate.of(2025, 1, 1)))
                .isEmpty();
    }

    @Test
    void whatCannotBeUsedIsSetAsideAndTheNextIsTaken() {
        var id = UUID.randomUUID();
        send(event("municipality.v1", UUID.randomUUID().toString(), 1, "{\"municipalityId\":null,\"versions\":[]}"));
        send(event("municipality.v1", id.toString(), 1, municipality(id, "Etterpå")));

        Poll.until("the municipality behind the bad record", () -> known(id).isPresent());
    }

    @Test
    void readsTheOwnersApprovedSamples() {
        var samples = ContractSamples.ownedBy("municipality-service");
        for (var sample : samples.samples("municipality.v1")) {
            var heard = sample;
            var id = heard.path("municipalityId").asText();
            send(event("municipality.v1", id, 1_000_000, heard.toString()));
            var version = heard.path("versions").path(0);
            var on = version.path("from").isNull()
                    ? LocalDate.parse(version.path("to").asText()).minusDays(1)
                    : LocalDate.parse(version.path("from").asText());
            Poll.until(
                    "sample " + id,
                    () -> municipalities
                            .byId(MunicipalityId.parse(id).orElseThrow(), on)
                            .map(known -> known.number().value())
                            .filter(version.path("number").asText()::equals)
                            .isPresent());
        }
        for (var sample : samples.samples("indicator.v1")) {
            var subject = String.join(
                    "/",
                    sample.path("code").asText(),
                    sample.path("year").asText(),
                    sample.path("structureDate").asText(),
                    sample.path("version").asText());
            send(event("indicator.v1", subject, 1_000_000, sample.toString()));
            Poll.until(
                    "sample " + subject,
                    () -> indicators.codes().contains(sample.path("code").asText()));
        }
    }

    private Optional<KnownMunicipality> known(UUID id) {
        return municipalities.byId(new MunicipalityId(id), TODAY);
    }

    /** Each municipality has its own, so that a run over all that are known finds no two of one number. */
    private static String number(UUID id) {
        return NUMBERS.computeIfAbsent(id, _ -> "02%02d".formatted(NUMBERS.size()));
    }

    private static String municipality(UUID id, String name) {
        return """
                {"municipalityId":"%s","foundedOn":null,"ceasedOn":null,"fieldOfTomorrow":{"x":1},
                 "versions":[{"number":"%s","name":"%s","from":"1900-01-01","to":null}],
                 "predecessors":[],"successors":[],"organisationNumbers":[]}""".formatted(id, number(id), name);
    }

    private static String indicator(String code, int version, String kind, String value) {
        var year = kind.equals("grouping") ? 2020 : 2024;
        return """
                {"code":"%s","kind":"%s","name":{"nb":"a","nn":"b","en":"c"},"unit":"persons","year":%d,
                 "structureDate":"2025-01-01","version":%d,"status":"final","source":"SSB","licence":"CC BY 4.0",
                 "values":[{"municipalityId":"%s","number":"0301","value":"%s"}],"joint":[]}""".formatted(code, kind, year, version, UUID.randomUUID(), value);
    }

    private static IncomingEvent event(String topic, String subject, long version, String data) {
        try {
            return new IncomingEvent(
                    UUID.randomUUID().toString(),
                    topic,
                    "no.opptrapping." + topic,
                    "/municipality-service",
                    subject,
                    version,
                    Instant.parse("2025-01-02T03:04:05Z"),
                    JSON.readTree(data));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void send(IncomingEvent event) {
        EventRecords.send(broker, event);
    }
}
