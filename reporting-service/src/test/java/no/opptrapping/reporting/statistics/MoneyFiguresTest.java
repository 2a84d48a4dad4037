package no.opptrapping.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class MoneyFiguresTest {
    @Test
    void agreesInEachPartWhenItAgreesInTheWhole() {
        var parts = figures(100, 100, 99, 1, 0).split(List.of(new BigDecimal("0.5"), new BigDecimal("0.5")));
        assertThat(parts).containsExactly(figures(50, 50, 50, 0, 0), figures(50, 50, 49, 1, 0));
    }

    @Test
    void isDividedByWhatEachParticipantWasAwarded() {
        assertThat(figures(900, 900, 600, 300, 0).splitAwarded(List.of(Kroner.of(600), Kroner.of(300))))
                .containsExactly(figures(600, 600, 400, 200, 0), figures(300, 300, 200, 100, 0));
    }

    @Test
    void keepsEverySumAndEveryBalanceForAnyFigures() {
        var seed = 765_062L;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var spent = random.nextInt(1_000_000);
            var unspent = random.nextInt(100_000);
            var outstanding = random.nextInt(3) == 0 ? random.nextInt(1_000_000) : 0;
            var toSpend = spent + unspent + outstanding;
            var carriedIn = switch (random.nextInt(3)) {
                case 0 -> 0;
                case 1 -> toSpend;
                default -> random.nextInt(toSpend + 1);
            };
            var whole =
                    carrying(carriedIn, figures(toSpend - carriedIn, toSpend - carriedIn, spent, unspent, outstanding));
            var weights = new ArrayList<BigDecimal>();
            for (var i = 0; i <= random.nextInt(5); i++) {
                weights.add(BigDecimal.valueOf(1 + random.nextInt(10_000), 4));
            }
            var parts = whole.split(weights);
            assertThat(parts.stream().reduce(MoneyFigures.ZERO, MoneyFigures::plus))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(whole);
            assertThat(parts)
                    .as("seed %d, round %d", seed, round)
                    .allMatch(part -> part.difference().isZero())
                    .noneMatch(part -> part.spent().isNegative()
                            || part.unspent().isNegative()
                            || part.outstanding().isNegative());
        }
    }

    @Test
    void showsADifferenceInsteadOfHidingIt() {
        var wrong = figures(100, 100, 60, 30, 0);
        assertThat(wrong.difference()).isEqualTo(Kroner.of(10));
        assertThat(wrong.split(List.of(BigDecimal.ONE, BigDecimal.ONE)).stream()
                        .reduce(MoneyFigures.ZERO, MoneyFigures::plus))
                .isEqualTo(wrong);
    }

    @Test
    void dividesWhatWasCarriedInByTheSameShares() {
        var shares = List.of(new BigDecimal("600"), new BigDecimal("300"));
        assertThat(carrying(90, figures(0, 0, 60, 30, 0)).split(shares))
                .containsExactly(carrying(60, figures(0, 0, 40, 20, 0)), carrying(30, figures(0, 0, 20, 10, 0)));
    }

    private static MoneyFigures carrying(long carriedIn, MoneyFigures other) {
        return new MoneyFigures(
                Kroner.of(carriedIn),
                other.awarded(),
                other.paid(),
                other.spent(),
                other.unspent(),
                other.outstanding());
    }

    static MoneyFigures figures(long awarded, long paid, long spent, long unspent, long outstanding) {
        return new MoneyFigures(
                Kroner.ZERO,
                Kroner.of(awarded),
                Kroner.of(paid),
                Kroner.of(spent),
                Kroner.of(unspent),
                Kroner.of(outstanding));
    }
}
