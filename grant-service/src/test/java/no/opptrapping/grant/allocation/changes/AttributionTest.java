package no.opptrapping.grant.allocation.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import no.opptrapping.grant.allocation.engine.Fraction;
import org.junit.jupiter.api.Test;

/** The two ways of attributing a change, over random worlds, and the rounding of the mean. */
class AttributionTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    AttributionTest() {
        System.out.println("AttributionTest: -Dallocation.seed=" + SEED);
    }

    @Test
    void theMeanIsThatOfAllOrdersInWhichTheFiguresStandTogether() {
        for (var present = 0; present < 64; present++) {
            var causes = Cause.of(present);
            var worlds = new HashMap<Integer, Long>();
            var attribution = new Attribution(present);
            var mean = attribution.mean(world -> worlds.computeIfAbsent(world, one -> random.nextLong(-1_000, 1_000)));
            var slow = SlowAttribution.mean(causes, some -> worlds.computeIfAbsent(bits(some), one -> 0L));

            for (var j = 0; j < mean.length; j++) {
                assertThat(Fraction.of(mean[j], attribution.orders()))
                        .as("%s of %s", causes.get(j), causes)
                        .isEqualTo(slow.get(causes.get(j)));
            }
            assertThat(LongStream.of(mean).sum())
                    .isEqualTo(attribution.orders() * (worlds.getOrDefault(present, 0L) - worlds.getOrDefault(0, 0L)));
        }
    }

    @Test
    void theChainFollowsTheStatedOrder() {
        var worlds = List.of(10L, 13L, 0L, 20L, 0L, 0L, 0L, 25L);
        var changes = new Attribution(7).chain(world -> worlds.get(world));
        assertThat(changes).containsExactly(3, 7, 5);
    }

    @Test
    void twoThatDoTheSameAreWorthTheSameAndOneThatDoesNothingIsWorthNothing() {
        var money = Cause.APPROPRIATION.bit();
        var key = Cause.KEY.bit();
        var limits = Cause.LIMITS.bit();
        var attribution = new Attribution(money | key | limits);
        var mean = attribution.mean(world -> (world & (money | key)) == (money | key) ? 100 : 0);

        assertThat(mean).containsExactly(50 * attribution.orders(), 50 * attribution.orders(), 0);
    }

    @Test
    void wholeKronerKeepTheSumOfEachCauseAndLeaveWhatIsWhole() {
        for (var i = 0; i < 500; i++) {
            var rows = random.nextInt(9);
            var causes = 1 + random.nextInt(5);
            var orders = 2 + random.nextInt(11);
            var table = new long[rows][causes];
            for (var row : table) {
                for (var c = 0; c < causes - 1; c++) {
                    row[c] = random.nextInt(3) == 0 ? orders * random.nextLong(-5, 5) : random.nextLong(-900, 900);
                }
                row[causes - 1] =
                        orders * random.nextLong(-50, 50) - LongStream.of(row).sum();
            }
            var whole = WholeChanges.of(table, orders);

            var all = 0L;
            for (var c = 0; c < causes; c++) {
                var exact = 0L;
                var rounded = 0L;
                for (var r = 0; r < rows; r++) {
                    exact += table[r][c];
                    rounded += whole[r][c];
                    assertThat(Math.abs(whole[r][c] * orders - table[r][c]))
                            .as("less than a krone")
                            .isLessThan(orders);
                }
                all += rounded;
                assertThat(Math.abs(rounded * orders - exact))
                        .as("the cause's sum")
                        .isLessThan(orders);
                if (exact % orders == 0) {
                    assertThat(rounded).isEqualTo(exact / orders);
                }
            }
            var sum = 0L;
            for (var r = 0; r < rows; r++) {
                sum += LongStream.of(table[r]).sum();
                assertThat(Math.abs(LongStream.of(whole[r]).sum()
                                - LongStream.of(table[r]).sum() / orders))
                        .as("what a row is off is less than a krone for each cause")
                        .isLessThan(causes);
            }
            assertThat(all).isEqualTo(sum / orders);
        }
    }

    /** Two and a half, two and a half, and five less: the first half goes up, since both are as large. */
    @Test
    void amongEqualRemaindersTheLargerAmountAndThenTheFirstGoesUp() {
        assertThat(WholeChanges.of(new long[][] {{5}, {5}}, 2)).isDeepEqualTo(new long[][] {{3}, {2}});
        assertThat(WholeChanges.of(new long[][] {{-5}, {5}}, 2)).isDeepEqualTo(new long[][] {{-3}, {3}});
        assertThat(WholeChanges.of(new long[][] {{4}, {5}, {1}}, 2)).isDeepEqualTo(new long[][] {{2}, {3}, {0}});
        assertThat(WholeChanges.of(new long[0][], 2)).isEmpty();
    }

    @Test
    void asManyCausesAsThereAreCanBeTriedInAllOrders() {
        var causes = new ArrayList<>(Cause.TURNED);
        assertThat(causes.size()).isLessThanOrEqualTo(Attribution.MOST_CAUSES);
        assertThat(new Attribution(bits(causes)).orders()).isEqualTo(240);
        assertThat(new Attribution(0).chain(world -> 1)).isEmpty();
        assertThat(new Attribution(0).orders()).isEqualTo(2);
    }

    private static int bits(List<Cause> causes) {
        return causes.stream().mapToInt(Cause::bit).sum();
    }
}
