package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Ratios are ordered exactly, whether or not their ranks tell them apart. */
class RatioTest {
    private static Ratio ratio(long dividend, long divisor) {
        return Ratio.of(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor));
    }

    @Test
    void theRankTellsMostApart() {
        assertThat(ratio(1, 3)).isLessThan(ratio(2, 5));
        assertThat(ratio(7, 2).rank()).isEqualTo(BigInteger.valueOf(7).shiftLeft(31));
    }

    @Test
    void equalRanksAreToldApartExactly() {
        var large = 1L << 40;
        var less = ratio(large, large + 1);
        var more = ratio(large + 1, large + 2);
        assertThat(less.rank()).isEqualTo(more.rank());
        assertThat(less).isLessThan(more);
        assertThat(more).isGreaterThan(less);
        assertThat(ratio(1, 3)).isEqualByComparingTo(ratio(2, 6));
    }
}
