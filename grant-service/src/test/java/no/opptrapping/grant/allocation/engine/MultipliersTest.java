package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one unit of a criterion's value brings is money times weight over total, rounded down to a 2^64th, always. */
class MultipliersTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private final BigInteger[] weights = new BigInteger[2];
    private CriteriaTable table = table(1, 1);
    private long left;
    private long[] sums = new long[2];

    private static CriteriaTable table(long one, long other) {
        var row = new Row(
                Recipient.of(new MunicipalityNumber("1000")),
                null,
                Map.of("a", Decimal.of(one), "b", Decimal.of(other)));
        return CriteriaTable.of(List.of(row), List.of("a", "b")).orElseThrow();
    }

    private long upTo(int bits) {
        return 1 + (random.nextLong() >>> (Long.SIZE - 1 - random.nextInt(bits)));
    }

    private void draw(int valueBits, int weightBits, int moneyBits) {
        table = table(upTo(valueBits), upTo(valueBits));
        weights[0] = BigInteger.valueOf(upTo(weightBits));
        weights[1] = BigInteger.valueOf(upTo(weightBits));
        left = upTo(moneyBits);
        sums = new long[] {table.total(0), table.total(1)};
    }

    /** By the definition: the level at which those that rise use what is left, times the weight over the total. */
    private List<BigInteger> defined() {
        var total0 = BigInteger.valueOf(table.total(0));
        var total1 = BigInteger.valueOf(table.total(1));
        var shares = weights[0]
                .multiply(total1)
                .multiply(BigInteger.valueOf(sums[0]))
                .add(weights[1].multiply(total0).multiply(BigInteger.valueOf(sums[1])));
        var money = BigInteger.valueOf(left).shiftLeft(64);
        return List.of(
                money.multiply(weights[0]).multiply(total1).divide(shares),
                money.multiply(weights[1]).multiply(total0).divide(shares));
    }

    private static List<BigInteger> read(long[] multipliers) {
        var read = new ArrayList<BigInteger>();
        for (var k = 0; k < multipliers.length; k += 2) {
            read.add(BigInteger.valueOf(multipliers[k])
                    .shiftLeft(64)
                    .add(new BigInteger(Long.toUnsignedString(multipliers[k + 1]))));
        }
        return read;
    }

    private boolean isExact(long @Nullable [] multipliers) {
        if (multipliers != null) {
            assertThat(read(multipliers)).as("seed %d", SEED).isEqualTo(defined());
        }
        return multipliers != null;
    }

    @Test
    void whereEverybodyRisesOneWordIsEnoughForFiguresOfMunicipalities() {
        for (var n = 0; n < 500; n++) {
            draw(24, 14, 30);
            assertThat(isExact(new Multipliers(table, weights).ofEverybody(left)))
                    .isTrue();
            assertThat(isExact(new Multipliers(table, weights).ofSome(left, sums)))
                    .isTrue();
        }
    }

    @Test
    void largerNumbersAreExactOrRefusedByOneWordAndExactByMore() {
        var refused = 0;
        for (var n = 0; n < 2_000; n++) {
            draw(45, 40, 44);
            refused += isExact(new Multipliers(table, weights).ofEverybody(left)) ? 0 : 1;
            assertThat(isExact(new Multipliers(table, weights).of(left, sums))).isTrue();
        }
        assertThat(refused).isBetween(1, 1_999);
    }

    @Test
    void whatOthersLeaveIsSharedByThoseThatRise() {
        for (var n = 0; n < 500; n++) {
            draw(30, 20, 40);
            sums = new long[] {(table.total(0) + 1) / 2, (table.total(1) + 1) / 2};
            assertThat(isExact(new Multipliers(table, weights).of(left, sums))).isTrue();
        }
    }

    @Test
    void aWordThatIsJustFullIsExactAndOneBitMoreIsRefused() {
        weights[0] = BigInteger.ONE;
        weights[1] = BigInteger.ZERO;
        sums = new long[] {(1L << 46) - 1, 1};
        table = table(sums[0], sums[1]);
        left = (1L << 44) - 1;
        assertThat(isExact(new Multipliers(table, weights).ofEverybody(left))).isTrue();
        weights[0] = BigInteger.valueOf(3);
        assertThat(new Multipliers(table, weights).ofEverybody(left)).isNull();
        sums = new long[] {5, 1};
        table = table(5, 1);
        weights[0] = BigInteger.ONE.shiftLeft(20);
        left = (1L << 42) - 1;
        assertThat(isExact(new Multipliers(table, weights).ofEverybody(left))).isTrue();
        assertThat(new Multipliers(table, weights).ofEverybody(1L << 43)).isNull();
    }

    @Test
    void noNumberIsToldWhenThoseThatRiseHaveNothingOrTooMuchIsLeftForTooFew() {
        weights[0] = BigInteger.ONE;
        weights[1] = BigInteger.ONE;
        table = table(1L << 40, 1L << 40);
        assertThat(new Multipliers(table, weights).of(1000, new long[2])).isNull();
        assertThat(new Multipliers(table, weights).of(-1, new long[] {1, 1})).isNull();
        assertThat(new Multipliers(table, weights).of(1L << 40, new long[] {1, 1}))
                .isNull();
        left = 0;
        sums = new long[] {1, 1};
        assertThat(isExact(new Multipliers(table, weights).of(left, sums))).isTrue();
    }
}
