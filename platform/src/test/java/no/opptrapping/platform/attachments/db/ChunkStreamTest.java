package no.opptrapping.platform.attachments.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChunkStreamTest {
    private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.US_ASCII);

    @Test
    void everyPartIsReadAsItStands() throws IOException {
        for (var from = 0; from < CONTENT.length; from++) {
            for (var length = 0; length <= CONTENT.length - from; length++) {
                var read = new ChunkStream(from, length, 3, place -> chunk(place)).readAllBytes();
                assertThat(read).isEqualTo(Arrays.copyOfRange(CONTENT, from, from + length));
            }
        }
    }

    private static byte[] chunk(int place) {
        return Arrays.copyOfRange(CONTENT, place * 3, Math.min(CONTENT.length, place * 3 + 3));
    }
}
