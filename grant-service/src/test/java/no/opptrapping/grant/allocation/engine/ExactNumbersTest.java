package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** The numbers that amounts are made of: bounded when they come in, never rounded on the way. */
class ExactNumbersTest {
    @Test
    void aDecimalHasAtMostEighteenDigitsBeforeThePointAndTwelveAfter() {
        assertThat(Decimal.parse("999999999999999999.999999999999")).isPresent();
        assertThat(Decimal.parse("1000000000000000000")).isEmpty();
        assertThat(Decimal.parse("0.1234567890123")).isEmpty();
        assertThat(Decimal.parse("1e3")).isEmpty();
        assertThat(Decimal.parse("NaN")).isEmpty();
        assertThatThrownBy(() -> new Decimal(new BigDecimal("1e18"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decimal(new BigDecimal("1e-13"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Decimal.of("many")).hasMessageContaining("many");
        assertThat(new Decimal(new BigDecimal("1e17"))).hasToString("100000000000000000");
        assertThat(new Decimal(new BigDecimal("999999999999999999.5"))).hasToString("999999999999999999.5");
    }

    @Test
    void aDecimalIsEqualHoweverManyZerosEndIt() {
        assertThat(Decimal.of("1.50")).isEqualTo(Decimal.of("1.5")).hasToString("1.5");
        assertThat(new Decimal(new BigDecimal("12e1")))
                .isEqualTo(Decimal.of(120))
                .hasToString("120");
    }

    @Test
    void aFractionIsInLowestTermsWithItsSignAbove() {
        assertThat(Fraction.of(6, -4)).isEqualTo(Fraction.of(-3, 2)).hasToString("-3/2");
        assertThat(Fraction.of(-6, -4)).hasToString("3/2");
        assertThat(Fraction.of(0, -7)).isEqualTo(Fraction.ZERO);
        assertThat(Fraction.of(-3, 2).floor()).isEqualTo(-2);
        assertThat(Fraction.of(4, 2).floor()).isEqualTo(2);
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aSplitSumsToWhatIsSplit() {
        assertThat(Split.of(Kroner.of(100), List.of(Kroner.of(1), Kroner.of(1), Kroner.of(1))))
                .containsExactly(Kroner.of(34), Kroner.of(33), Kroner.of(33));
        assertThat(Split.inProportion(Kroner.of(10), List.of(Fraction.of(1, 2), Fraction.of(1, 3), Fraction.of(1, 7))))
                .as("21, 14 and 6 of 41")
                .containsExactly(Kroner.of(5), Kroner.of(3), Kroner.of(2));
    }

    @Test
    void aFaultIsNamedOnceAndMustNameWhatItsTextDoes() {
        var faults = new Faults();
        faults.add(AllocationRule.CRITERION_ONLY_ONCE, "/weights/1", "population");
        faults.add(AllocationRule.CRITERION_ONLY_ONCE, "/weights/1", "population");
        faults.addAll(faults.all(), "");
        assertThat(faults.all()).hasSize(1);
        assertThatThrownBy(() -> faults.add(AllocationRule.CRITERION_ONLY_ONCE, "/weights/1"))
                .isInstanceOf(IllegalArgumentException.class);
        faults.addAll(faults.all(), "/pots/0");
        assertThat(faults.all()).extracting(Fault::pointer).containsExactly("/weights/1", "/pots/0/weights/1");
    }

    @Test
    void aSumIsNamedInKronerWhileItFitsThere() {
        var faults = new Faults();
        faults.checkRange(BigInteger.TWO.pow(63).subtract(BigInteger.ONE), "/a");
        faults.checkRange(BigInteger.TWO.pow(63), "/b");
        assertThat(faults.all())
                .extracting(fault -> fault.arguments().get("amount"))
                .containsExactly(Kroner.of(Long.MAX_VALUE), "9223372036854775808");
    }

    @Test
    void piecesOfARemainderGoToTheLargestThenToTheLargerAmountThenToTheFirst() {
        // 1.5, 2.5, 2.5 and 0.5 sum to 7, of which five are whole: two are left for four equal remainders.
        var tenths = Stream.of(15, 25, 25, 5).map(BigInteger::valueOf).toArray(BigInteger[]::new);
        assertThat(new ExactAmounts(tenths, BigInteger.TEN).rounded(1)).containsExactly(1, 3, 3, 0);
    }
}
