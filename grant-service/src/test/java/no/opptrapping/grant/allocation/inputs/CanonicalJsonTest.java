package no.opptrapping.grant.allocation.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void membersAreSortedByUtf16CodeUnitsAsInTheRfcsExample() {
        // RFC 8785 section 3.2.3: the order of these seven names, with the values that say what they are.
        var unordered = new LinkedHashMap<String, String>();
        unordered.put("\u20ac", "Euro Sign");
        unordered.put("\r", "Carriage Return");
        unordered.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        unordered.put("1", "One");
        unordered.put("\ud83d\ude00", "Emoji: Grinning Face");
        unordered.put("\u0080", "Control");
        unordered.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(unordered))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\","
                        + "\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                        + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void stringsAreEscapedNoMoreThanTheyMust() {
        assertThat(CanonicalJson.of(List.of("\u20ac$\u000F\nA'B\"\\\\\"/")))
                .isEqualTo("[\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]");
    }

    @Test
    void emptyContainersTruthValuesAndWholeNumbersHaveOneForm() {
        assertThat(CanonicalJson.of(Map.of("a", List.of(), "b", Map.of(), "c", true, "d", -5)))
                .isEqualTo("{\"a\":[],\"b\":{},\"c\":true,\"d\":-5}");
    }

    @Test
    void numbersThatSomeReaderWouldNotKeepExactlyAreRefused() {
        assertThatThrownBy(() -> CanonicalJson.of(List.of(0.5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(List.of((1L << 53) + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
