package no.opptrapping.platform.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    record Sample(
            @Nullable String text,
            int number,
            @Nullable Boolean flag,
            @Nullable List<String> texts,
            @Nullable Map<String, String> entries) {}

    private final ObjectMapper mapper = JsonMapper.builder().build();

    StrictJsonTest() {
        new StrictJson().customize(mapper);
    }

    @Test
    void readsWhatWasMeant() throws JsonProcessingException {
        assertThat(mapper.readValue(
                        "{\"text\":\"blåbær\",\"number\":1,\"texts\":[\"a\"],\"entries\":{\"k\":\"v\"}}", Sample.class))
                .isEqualTo(new Sample("blåbær", 1, null, List.of("a"), Map.of("k", "v")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
            {"number":1.5}                      ; json.wrong-value           ; /number
            {"number":1.0}                      ; json.wrong-value           ; /number
            {"number":"1"}                      ; json.wrong-value           ; /number
            {"number":null}                     ; json.wrong-value           ; /number
            {"number":99999999999}              ; json.wrong-value           ; /number
            {"text":1}                          ; json.wrong-value           ; /text
            {"text":true}                       ; json.wrong-value           ; /text
            {"text":["a"]}                      ; json.wrong-value           ; /text
            {"flag":1}                          ; json.wrong-value           ; /flag
            {"flag":"true"}                     ; json.wrong-value           ; /flag
            {"texts":["a",2]}                   ; json.wrong-value           ; /texts/1
            {"number":1,"unknown/~":1}          ; json.unknown-property      ; /unknown~1~0
            {"text":"a\\u0000b"}                ; validation.nul-character   ; /text
            {"texts":["a","\\u0000"]}           ; validation.nul-character   ; /texts/1
            {"entries":{"a":"\\u0000"}}         ; validation.nul-character   ; /entries/a
            {"number":1} {}                     ; json.malformed             ; ``
            {"number":1,"number":2}             ; json.malformed             ; ``
            {"number":                          ; json.malformed             ; ``
            """)
    void refusesWhatMayNotHaveBeenMeant(String json, String code, @Nullable String pointer) {
        assertThatThrownBy(() -> mapper.readValue(json, Sample.class))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        e -> assertThat(JsonFaults.fault(e)).satisfies(fault -> {
                            assertThat(fault.code()).isEqualTo(code);
                            assertThat(fault.pointer()).isEqualTo(pointer);
                        }));
    }

    @Test
    void refusesAKeyThatCannotBeStored() {
        assertThatThrownBy(() -> mapper.readValue("{\"entries\":{\"a\\u0000\":\"b\"}}", Sample.class))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        e -> assertThat(JsonFaults.fault(e).code()).isEqualTo("validation.nul-character"));
    }
}
