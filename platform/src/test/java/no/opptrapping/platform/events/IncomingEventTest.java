package no.opptrapping.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.testing.EventRecords;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingEventTest {
    record Part(long amount, LocalDate on, Optional<String> remark, BigDecimal share) {}

    @Test
    void readsTheAttributesFromTheHeadersAndTheDataFromTheValue() {
        var event = IncomingEvent.read(
                record(headers(), "{\"amount\":5,\"on\":\"2025-03-01\",\"share\":\"0.250\",\"unheardOf\":{\"a\":1}}"));

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.topic()).isEqualTo("award.v1");
        assertThat(event.type()).isEqualTo("no.opptrapping.award.v1");
        assertThat(event.source()).isEqualTo("/grant-service");
        assertThat(event.subject()).isEqualTo("s-1");
        assertThat(event.version()).isEqualTo(7);
        assertThat(event.time()).isEqualTo(Instant.parse("2025-02-28T23:00:00Z"));
        assertThat(event.dataAs(Part.class))
                .isEqualTo(new Part(5, LocalDate.of(2025, 3, 1), Optional.empty(), new BigDecimal("0.250")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_aggregateversion"
            })
    void refusesARecordWithoutOneOfTheHeaders(String missing) {
        var headers = headers();
        headers.remove(missing);
        assertThatThrownBy(() -> IncomingEvent.read(record(headers, "{}")))
                .isInstanceOf(UnusableEvent.class)
                .hasMessageContaining(missing);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion,0.3",
        "ce_time,yesterday",
        "ce_aggregateversion,-1",
        "ce_aggregateversion,one",
        "ce_id,' '",
        "ce_type,no.opptrapping.award.v2",
        "ce_type,org.elsewhere.thing"
    })
    void refusesAHeaderThatMakesNoSense(String name, String value) {
        var headers = headers();
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> IncomingEvent.read(record(headers, "{}"))).isInstanceOf(UnusableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_subject", "ce_source", "ce_type"})
    void refusesANameThatNoIndexTakes(String name) {
        var headers = headers();
        headers.remove(name);
        EventHeaders.set(headers, name, "x".repeat(3000));
        assertThatThrownBy(() -> IncomingEvent.read(record(headers, "{}")))
                .isInstanceOf(UnusableEvent.class)
                .hasMessageContaining(name)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "\u0001a"})
    void refusesANameThatIsNoText(String value) {
        for (var name : List.of("ce_id", "ce_subject", "ce_source", "ce_type")) {
            var headers = headers();
            headers.remove(name);
            EventHeaders.set(headers, name, value);
            assertThatThrownBy(() -> IncomingEvent.read(record(headers, "{}")))
                    .isInstanceOf(UnusableEvent.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void refusesARecordWithoutAKeyOrAValue() {
        assertThatThrownBy(() -> IncomingEvent.read(EventRecords.of("award.v1", null, "{}", headers())))
                .isInstanceOf(UnusableEvent.class)
                .hasMessageContaining("no key");
        assertThatThrownBy(() -> IncomingEvent.read(record(headers(), null)))
                .isInstanceOf(UnusableEvent.class)
                .hasMessageContaining("no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "5", "{", "{} {}", "{\"a\":1,}"})
    void refusesDataThatAreNotOneJsonObject(String value) {
        assertThatThrownBy(() -> IncomingEvent.read(record(headers(), value))).isInstanceOf(UnusableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"much\",\"on\":\"2025-03-01\",\"share\":\"1\"}",
                "{\"amount\":1.5,\"on\":\"2025-03-01\",\"share\":\"1\"}",
                "{\"amount\":1,\"on\":\"2025-02-30\",\"share\":\"1\"}",
                "{\"amount\":null,\"on\":\"2025-03-01\",\"share\":\"1\"}"
            })
    void refusesDataThatDoNotFitTheConsumersType(String value) {
        var event = IncomingEvent.read(record(headers(), value));
        assertThatThrownBy(() -> event.dataAs(Part.class)).isInstanceOf(UnusableEvent.class);
    }

    private static RecordHeaders headers() {
        var headers = new RecordHeaders();
        EventHeaders.set(headers, "ce_specversion", "1.0");
        EventHeaders.set(headers, "ce_id", "e-1");
        EventHeaders.set(headers, "ce_type", "no.opptrapping.award.v1");
        EventHeaders.set(headers, "ce_source", "/grant-service");
        EventHeaders.set(headers, "ce_subject", "s-1");
        EventHeaders.set(headers, "ce_time", "2025-03-01T00:00:00+01:00");
        EventHeaders.set(headers, "ce_aggregateversion", "7");
        return headers;
    }

    private static ConsumerRecord<String, String> record(RecordHeaders headers, String value) {
        return EventRecords.of("award.v1", "k", value, headers);
    }
}
