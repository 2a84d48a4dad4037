package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestKeysTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    @Test
    void selectionFindsWhatSortingFinds() {
        for (var n = 0; n < 2_000; n++) {
            var size = 1 + random.nextInt(30);
            var keys = random.longs(size, -1, 1 + random.nextInt(20)).toArray();
            var sorted = keys.clone();
            Arrays.sort(sorted);
            var count = 1 + random.nextInt(size);

            LargestKeys.select(keys, size, count);

            var as = "seed %d, %d of %s".formatted(SEED, count, Arrays.toString(sorted));
            assertThat(keys[count - 1]).as(as).isEqualTo(sorted[size - count]);
            assertThat(LargestKeys.largest(keys, count, size))
                    .as(as)
                    .isEqualTo(count == size ? -1 : sorted[size - count - 1]);
            Arrays.sort(keys);
            assertThat(keys).as(as).isEqualTo(sorted);
        }
    }

    @Test
    void keysBeyondTheSizeAreLeftAlone() {
        var keys = new long[] {1, 2, 3, 9, 8};
        LargestKeys.select(keys, 3, 1);
        assertThat(keys).startsWith(3).endsWith(9, 8);
        assertThat(LargestKeys.largest(keys, 1, 3)).isEqualTo(2);
    }
}
