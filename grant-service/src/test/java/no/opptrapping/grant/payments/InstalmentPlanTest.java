package no.opptrapping.grant.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import no.opptrapping.grant.schemerules.InstalmentCondition;
import no.opptrapping.grant.schemerules.SchemeInstalment;
import no.opptrapping.grant.schemerules.SchemePayments;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class InstalmentPlanTest {
    private static final Year YEAR = Year.of(2025);
    private static final SchemePayments THREE = new SchemePayments(
            List.of(
                    new SchemeInstalment(33, "--02-29", InstalmentCondition.ACCEPTED),
                    new SchemeInstalment(33, "--07-01", InstalmentCondition.REPORTS_IN),
                    new SchemeInstalment(34, "--09-01", InstalmentCondition.ACCEPTED)),
            null);

    @Test
    void eachIsRoundedDownAndTheLastTakesTheRest() {
        assertThat(amounts(THREE, 1_000)).containsExactly(330L, 330L, 340L);
        assertThat(amounts(THREE, 101)).containsExactly(33L, 33L, 35L);
        assertThat(amounts(THREE, 1)).containsExactly(0L, 0L, 1L);
    }

    @Test
    void theySumToTheAwardWhateverItIs() {
        var random = new Random(20260101);
        IntStream.range(0, 1_000).forEach(_ -> {
            var award = 1 + random.nextLong(10_000_000_000_000L);
            var amounts = amounts(THREE, award);
            assertThat(amounts.stream().mapToLong(Long::longValue).sum()).isEqualTo(award);
            assertThat(amounts).allMatch(amount -> amount >= 0);
        });
    }

    @Test
    void withoutAPlanTheWholeIsPaidAtOnce() {
        var plan = InstalmentPlan.of(new SchemePayments(null, null), YEAR, Kroner.of(7));
        assertThat(plan.payableBy(LocalDate.of(2000, 1, 1), false)).isEqualTo(Kroner.of(7));
        assertThat(plan.payableWithoutReports()).isEqualTo(Kroner.of(7));
    }

    @Test
    void oneThatWaitsHoldsThoseAfterIt() {
        var plan = InstalmentPlan.of(THREE, YEAR, Kroner.of(1_000));
        assertThat(plan.payableBy(LocalDate.of(2025, 2, 27), true)).isEqualTo(Kroner.ZERO);
        assertThat(plan.payableBy(LocalDate.of(2025, 2, 28), true)).isEqualTo(Kroner.of(330));
        assertThat(plan.payableBy(LocalDate.of(2025, 9, 1), true)).isEqualTo(Kroner.of(1_000));
        assertThat(plan.payableBy(LocalDate.of(2025, 9, 1), false)).isEqualTo(Kroner.of(330));
        assertThat(plan.nextAfter(LocalDate.of(2025, 2, 28))).contains(LocalDate.of(2025, 7, 1));
        assertThat(plan.nextAfter(LocalDate.of(2025, 9, 1))).isEmpty();
    }

    private static List<Long> amounts(SchemePayments terms, long award) {
        return InstalmentPlan.of(terms, YEAR, Kroner.of(award)).instalments().stream()
                .map(instalment -> instalment.amount().value())
                .toList();
    }
}
