package no.opptrapping.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    @Test
    void givesTheOddKroneToTheLargestRemainder() {
        assertThat(split(100, "0.335", "0.335", "0.33")).containsExactly(34L, 33L, 33L);
        assertThat(split(10, "0.62", "0.38")).containsExactly(6L, 4L);
    }

    @Test
    void givesTiesToTheLargerWeightAndThenToTheEarlier() {
        assertThat(split(1, "1", "1")).containsExactly(1L, 0L);
        assertThat(split(2, "1", "3")).containsExactly(0L, 2L);
    }

    @Test
    void dividesADebtAsItDividesMoney() {
        assertThat(split(-100, "0.335", "0.335", "0.33")).containsExactly(-34L, -33L, -33L);
    }

    @Test
    void givesEverythingToTheFirstWhenNobodyHasAWeight() {
        assertThat(split(7, "0", "0")).containsExactly(7L, 0L);
    }

    @Test
    void settlesWhatIsLeftBetweenKeysByWeightBeforeOrder() {
        var weights = Map.of("a", new BigDecimal("1.0"), "b", new BigDecimal("3"));
        assertThat(LargestRemainder.divide(2, weights)).containsExactly(Map.entry("a", 0L), Map.entry("b", 2L));
        assertThat(LargestRemainder.divide(1, Map.of("b", BigDecimal.ONE, "a", BigDecimal.ONE)))
                .containsExactly(Map.entry("a", 1L), Map.entry("b", 0L));
    }

    @Test
    void leavesAUnitUndistributedWhenNobodyHasRoomForIt() {
        var tenths = Stream.of(15, 25).map(BigInteger::valueOf).toArray(BigInteger[]::new);
        assertThat(LargestRemainder.units(tenths, BigInteger.TEN, LargestRemainder.Room.ALWAYS))
                .containsExactly(1, 3);
        assertThat(LargestRemainder.units(tenths, BigInteger.TEN, (i, _) -> i == 0))
                .containsExactly(2, 2);
        assertThat(LargestRemainder.units(tenths, BigInteger.TEN, (_, units) -> units.intValueExact() > 2))
                .containsExactly(1, 2);
    }

    @Test
    void givesNothingMoreToWhoHasWhatItShould() {
        var tenths = Stream.of(20, 15, 15).map(BigInteger::valueOf).toArray(BigInteger[]::new);
        assertThat(LargestRemainder.units(tenths, BigInteger.TEN, (i, _) -> i == 0))
                .containsExactly(2, 1, 1);
    }

    @Test
    void dividesNothingAndRefusesADebtOrNoWeightByKey() {
        assertThat(LargestRemainder.divide(0, Map.of("a", BigDecimal.ONE))).containsExactly(Map.entry("a", 0L));
        for (var weight : List.of(BigDecimal.ZERO, BigDecimal.ONE)) {
            var weights = Map.of("a", weight);
            var total = weight.signum() == 0 ? 1 : -1;
            assertThatThrownBy(() -> LargestRemainder.divide(total, weights))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Cannot divide " + total);
        }
    }

    @Test
    void alwaysSumsToTheWholeAndIsNeverAKroneOff() {
        var seed = 20_261_122L;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var weights = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(_ -> BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(4)))
                    .toList();
            var total = Kroner.of(random.nextInt(1_000_000));
            var parts = LargestRemainder.split(total, weights);
            assertThat(Kroner.sum(parts)).as("seed %d, round %d", seed, round).isEqualTo(total);
            var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() > 0) {
                for (var i = 0; i < parts.size(); i++) {
                    var off = sum.multiply(BigDecimal.valueOf(parts.get(i).value()))
                            .subtract(weights.get(i).multiply(BigDecimal.valueOf(total.value())))
                            .abs();
                    assertThat(off).as("seed %d, round %d", seed, round).isLessThan(sum);
                }
            }
        }
    }

    private static List<Long> split(long total, String... weights) {
        return LargestRemainder.split(
                        Kroner.of(total),
                        Stream.of(weights).map(BigDecimal::new).toList())
                .stream()
                .map(Kroner::value)
                .toList();
    }
}
