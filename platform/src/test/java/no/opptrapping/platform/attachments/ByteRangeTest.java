package no.opptrapping.platform.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, bytes 0-0/100",
        "bytes=10-, bytes 10-99/100",
        "bytes=90-500, bytes 90-99/100",
        "bytes=-5, bytes 95-99/100",
        "bytes=-500, bytes 0-99/100"
    })
    void onePartIsAnsweredWithIt(String asked, String answered) {
        var range = ByteRange.of(asked, 100).orElseThrow();
        assertThat(range.whole()).isFalse();
        assertThat(range.contentRange(100)).isEqualTo(answered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=-", "bytes=5-4", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", "bytes=99999999999999999999-"
            })
    void whatIsNoPartIsAnsweredWithTheWhole(String asked) {
        assertThat(ByteRange.of(asked, 100)).contains(new ByteRange(0, 100, true));
        assertThat(ByteRange.of(null, 100)).contains(new ByteRange(0, 100, true));
    }

    @Test
    void aPartThatIsNotThereIsNotAnswered() {
        assertThat(ByteRange.of("bytes=100-", 100)).isEmpty();
        assertThat(ByteRange.of("bytes=-0", 100)).isEmpty();
    }
}
