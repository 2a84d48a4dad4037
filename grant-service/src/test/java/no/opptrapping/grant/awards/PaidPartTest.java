package no.opptrapping.grant.awards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import no.opptrapping.grant.awards.PaidPart.Standing;
import no.opptrapping.grant.awards.PaidPart.Taking;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class PaidPartTest {
    @Test
    void settlesAgainstWhatIsUnpaidAndClaimsTheRest() {
        assertThat(take(PaidPart.SETTLE, 30, 40, 0, 60, 0)).isEqualTo(taken(30, 0));
        assertThat(take(PaidPart.SETTLE, 50, 40, 0, 60, 0)).isEqualTo(taken(40, 10));
        assertThat(take(PaidPart.SETTLE, 100, 40, 0, 60, 0)).isEqualTo(taken(40, 60));
    }

    @Test
    void claimsOfThePaidInProportionSoThatEachInstalmentFollowsTheAward() {
        assertThat(take(PaidPart.CLAIM, 20, 50, 0, 50, 0)).isEqualTo(taken(10, 10));
        assertThat(take(PaidPart.CLAIM, 1, 99, 0, 1, 0)).isEqualTo(taken(1, 0));
        assertThat(take(PaidPart.CLAIM, 100, 0, 0, 100, 0)).isEqualTo(taken(0, 100));
        assertThat(take(PaidPart.CLAIM, 3_000_000_000_000L, 2_000_000_000_000L, 0, 2_000_000_000_000L, 0))
                .isEqualTo(taken(1_500_000_000_000L, 1_500_000_000_000L));
    }

    @Test
    void takesNothingThatIsOnItsWayAndNothingThatIsAccountedFor() {
        assertThat(take(PaidPart.SETTLE, 30, 40, 20, 0, 60)).isEqualTo(new Taking.WithTheBank(Kroner.of(20)));
        assertThat(take(PaidPart.CLAIM, 50, 40, 40, 60, 0)).isEqualTo(new Taking.WithTheBank(Kroner.of(40)));
        assertThat(take(PaidPart.SETTLE, 50, 40, 0, 5, 55)).isEqualTo(new Taking.Reported(Kroner.of(10), Kroner.of(5)));
        assertThat(take(PaidPart.CLAIM, 50, 40, 0, 5, 55)).isEqualTo(new Taking.Reported(Kroner.of(30), Kroner.of(5)));
    }

    @Test
    void neverTakesMoreThanThereIs() {
        var seed = 20251129L;
        System.out.println("Reductions with seed " + seed);
        var random = new Random(seed);
        for (var i = 0; i < 100_000; i++) {
            var unpaid = random.nextLong(50);
            var of = new Standing(
                    Kroner.of(unpaid),
                    Kroner.of(random.nextLong(unpaid + 1)),
                    Kroner.of(1 + random.nextLong(50)),
                    Kroner.of(random.nextLong(50)));
            var reduction = Kroner.of(1 + random.nextLong(of.award().value()));
            for (var paidPart : PaidPart.values()) {
                if (paidPart.take(reduction, of) instanceof Taking.Taken(var ofUnpaid, var claimed)) {
                    assertThat(ofUnpaid.plus(claimed)).isEqualTo(reduction);
                    assertThat(ofUnpaid.isNegative() || claimed.isNegative()).isFalse();
                    assertThat(ofUnpaid).isLessThanOrEqualTo(of.unpaid().minus(of.withTheBank()));
                    assertThat(claimed).isLessThanOrEqualTo(of.unreported());
                }
            }
        }
    }

    private static Taking take(PaidPart by, long reduction, long unpaid, long sent, long unreported, long reported) {
        return by.take(
                Kroner.of(reduction),
                new Standing(Kroner.of(unpaid), Kroner.of(sent), Kroner.of(unreported), Kroner.of(reported)));
    }

    private static Taking taken(long unpaid, long claimed) {
        return new Taking.Taken(Kroner.of(unpaid), Kroner.of(claimed));
    }
}
