package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GiniTest {
    private static Gini.Point point(long inhabitants, long kroner) {
        return new Gini.Point(Fraction.of(inhabitants), Fraction.of(kroner));
    }

    @Test
    void isZeroWhenEverybodyGetsTheSamePerInhabitant() {
        assertThat(Gini.of(List.of(point(10, 100), point(3, 30), point(7, 70)))).contains(Fraction.ZERO);
    }

    @Test
    void weighsByInhabitantsAndOrdersByKronerPerInhabitant() {
        // 9 of 10 inhabitants get nothing, the tenth everything: 1 - 1/10. Unweighted it would be 1/2.
        assertThat(Gini.of(List.of(point(1, 500), point(9, 0)))).contains(Fraction.of(9, 10));
    }

    @Test
    void isUnknownWhenNobodyGetsAnything() {
        assertThat(Gini.of(List.of(point(1, 0), point(9, 0)))).isEmpty();
    }
}
