package no.opptrapping.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsAListOfTextsWithTheirPlaces() {
        var body = read("{\"numbers\":[\"0301\",1,\"1103\"],\"number\":\"0301\"}");

        assertThat(body.texts("numbers", 3, (text, pointer) -> pointer + "=" + text))
                .containsExactly("/numbers/0=0301", "/numbers/2=1103");
        assertThat(body.texts("number", 3, (text, pointer) -> text)).isEmpty();
        assertThat(body.faults().stream().map(fault -> fault.code() + " " + fault.pointer()))
                .containsExactly("body.not-a-list /number", "body.not-text /numbers/1");
    }

    @Test
    void readsWhatIsWellFormed() {
        var body = read("""
                {"text":" a ","amount":5,"date":"2025-03-15","time":"2025-03-15T12:00:00.1234567+01:00","flag":true,
                 "decimal":"72.50","number":"0301","lines":[{"n":1},{"n":2}],"gone":null,
                 "title":{"nb":"a","nn":"b","en":"c"}}""");
        assertThat(body.text("text", 10)).hasValue("a");
        assertThat(body.kroner("amount")).hasValue(Kroner.of(5));
        assertThat(body.date("date")).hasValue(LocalDate.of(2025, 3, 15));
        assertThat(body.instant("time")).hasValue(Instant.parse("2025-03-15T11:00:00.123456Z"));
        assertThat(body.flag("flag")).hasValue(true);
        assertThat(body.decimal("decimal")).hasValue(new BigDecimal("72.50"));
        assertThat(body.parsed("number", "x", MunicipalityNumber::parse)).hasValue(new MunicipalityNumber("0301"));
        assertThat(body.list("lines", 2, line -> line.integer("n", 0, 9).orElse(-1)))
                .containsExactly(1, 2);
        assertThat(body.localised("title", 10)).isPresent();
        assertThat(body.has("gone")).isFalse();
        assertThat(body.faults()).isEmpty();
    }

    @Test
    void listsEveryFaultAtOnceWithItsPointer() {
        var body = read("""
                {"amount":"5","asked":1.5,"huge":99999999999999999999,"text":7,"lines":[{"n":"x"},3,{"m":1}],
                 "title":{"nb":"a","en":9},"a/b~c":1}""");
        body.require("missing");
        var _ = body.kroner("amount");
        var _ = body.kroner("asked");
        var _ = body.kroner("huge");
        var _ = body.text("text", 10);
        var _ = body.list("lines", 9, line -> line.integer("n", 0, 9));
        var _ = body.localised("title", 10);

        assertThat(faults(body))
                .containsExactly(
                        "/amount body.not-a-number",
                        "/asked body.not-whole",
                        "/a~1b~0c body.unknown-property",
                        "/huge body.out-of-range",
                        "/lines/0/n body.not-a-number",
                        "/lines/1 body.not-an-object",
                        "/lines/2/m body.unknown-property",
                        "/missing body.missing",
                        "/text body.not-text",
                        "/title/en body.not-text",
                        "/title/nn body.missing");
    }

    @ParameterizedTest
    @CsvSource({
        "10000000000000, true",
        "10000000000001, false",
        "-10000000000000, true",
        "-10000000000001, false",
        "0, true"
    })
    void takesAmountsWithinTheBounds(long amount, boolean taken) {
        var body = read("{\"amount\":" + amount + "}");
        assertThat(body.kroner("amount").isPresent()).isEqualTo(taken);
        assertThat(body.faults().isEmpty()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1.0", "1.5", "true", "[]", "{}", "\"1\""})
    void refusesWhatIsNotAWholeNumber(String value) {
        var body = read("{\"amount\":" + value + "}");
        assertThat(body.kroner("amount")).isEmpty();
        assertThat(body.faults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "15.03.2025", "+12025-01-01", "0999-01-01", "2025-1-1"})
    void refusesWhatIsNotADate(String value) {
        var body = read("{\"date\":\"" + value + "\"}");
        assertThat(body.date("date")).isEmpty();
        assertThat(body.faults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-15T12:00:00", "2025-03-15", "+999999999-12-31T23:59:59Z"})
    void refusesATimeWithoutOffsetOrFarAway(String value) {
        var body = read("{\"time\":\"" + value + "\"}");
        assertThat(body.instant("time")).isEmpty();
        assertThat(body.faults()).hasSize(1);
    }

    @Test
    void blankTextIsMissingAndTextThatCannotBeStoredIsAFault() {
        var body = read("{\"a\":\"  \",\"b\":\"x\\u0000y\",\"c\":\"too long\"}");
        assertThat(body.text("a", 5)).isEmpty();
        assertThat(body.text("b", 5)).isEmpty();
        assertThat(body.text("c", 5)).isEmpty();
        assertThat(faults(body)).containsExactly("/b body.control-character", "/c body.too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\\u00a0", "\\u200b", "\\ufeff\\u2060", "\\u3164", "\\u00ad"})
    void blankIsNeverAValue(String blank) {
        var body = read("{\"id\":\"#\",\"opensOn\":\"#\",\"value\":\"#\",\"reason\":\"#\",\"numbers\":[\"#\"]}"
                .replace("#", blank));
        body.require("opensOn", "reason");
        assertThat(body.parsed("id", "x", MunicipalityNumber::parse)).isEmpty();
        assertThat(body.date("opensOn")).isEmpty();
        assertThat(body.decimal("value")).isEmpty();
        assertThat(body.text("reason", 10)).isEmpty();
        assertThat(body.texts("numbers", 9, (text, pointer) -> text)).isEmpty();
        assertThat(faults(body))
                .containsExactly(
                        "/id body.blank",
                        "/numbers/0 body.blank",
                        "/opensOn body.missing",
                        "/reason body.missing",
                        "/value body.blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "null", "\"x\""})
    void whatIsNotAnObjectIsOneFaultOfTheWhole(String value) {
        var body = read(value);
        body.require("a", "b");
        assertThat(faults(body)).containsExactly(" body.not-an-object");
    }

    @Test
    void noBodyAtAllIsOneFaultOfTheWhole() {
        assertThat(faults(BodyReader.of(null))).containsExactly(" body.not-an-object");
    }

    private static BodyReader read(String json) {
        try {
            return BodyReader.of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> faults(BodyReader body) {
        return body.faults().stream()
                .map(rule -> rule.pointer() + " " + rule.code())
                .toList();
    }
}
