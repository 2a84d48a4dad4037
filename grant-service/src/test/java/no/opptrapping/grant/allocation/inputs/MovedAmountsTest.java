package no.opptrapping.grant.allocation.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.junit.jupiter.api.Test;

class MovedAmountsTest {
    private static final MunicipalityId ONE = id(1);
    private static final MunicipalityId TWO = id(2);
    private static final MunicipalityId THREE = id(3);
    private static final MunicipalityId GONE = id(9);

    @Test
    void aMergerAddsAndASplitDividesByThePeopleThatMoved() {
        var moved = MovedAmounts.of(
                Map.of(ONE, Kroner.of(100), TWO, Kroner.of(50), GONE, Kroner.of(1001)), municipality -> {
                    if (municipality.equals(GONE)) {
                        return List.of(part(THREE, 8621253647L), part(TWO, 1378746353L));
                    }
                    return List.of(new MovedAmounts.Successor(TWO, Fraction.of(1)));
                });
        // 1001 * 0.8621253647 = 862.99 and 138.01: the krone that is left goes to the larger remainder.
        assertThat(moved.amounts()).isEqualTo(Map.of(TWO, Kroner.of(288), THREE, Kroner.of(863)));
        assertThat(moved.moved()).containsExactlyInAnyOrder(ONE, GONE);
        assertThat(moved.lost()).isEmpty();
    }

    @Test
    void whatNobodyTookOverIsNamedAndNotForgotten() {
        var moved = MovedAmounts.of(Map.of(ONE, Kroner.of(7)), municipality -> List.of());
        assertThat(moved.amounts()).isEmpty();
        assertThat(moved.lost()).isEqualTo(Map.of(ONE, Kroner.of(7)));
    }

    @Test
    void noKroneComesOrGoesWhateverTheShares() {
        var seed = 20_250_101L;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var before = new HashMap<MunicipalityId, Kroner>();
            var heirs = new HashMap<MunicipalityId, List<MovedAmounts.Successor>>();
            for (var i = 0; i < 6; i++) {
                before.put(id(i), Kroner.of(random.nextLong(1_000_000_000_000L)));
                var parts = new ArrayList<MovedAmounts.Successor>();
                for (var j = 0; j <= random.nextInt(4); j++) {
                    parts.add(part(id(10 + j), 1 + random.nextLong(9_999_999_999L)));
                }
                heirs.put(id(i), parts);
            }
            var moved = MovedAmounts.of(before, municipality -> heirs.getOrDefault(municipality, List.of()));
            assertThat(Kroner.sum(moved.amounts().values()))
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(Kroner.sum(before.values()));
        }
    }

    private static MovedAmounts.Successor part(MunicipalityId municipality, long tenBillionths) {
        return new MovedAmounts.Successor(municipality, Fraction.of(tenBillionths, 10_000_000_000L));
    }

    private static MunicipalityId id(int serial) {
        return new MunicipalityId(new UUID(0, serial));
    }
}
