package no.opptrapping.grant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Year;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class PostingTest {
    private static final SchemeId SCHEME = new SchemeId(new UUID(0, 1));
    private static final Year YEAR = Year.of(2025);
    private static final UUID AWARD = new UUID(0, 2);
    private static final Instant NOW = Instant.parse("2025-06-01T08:00:00Z");

    @Test
    void refusesLinesThatDoNotBalance() {
        assertThatThrownBy(() -> posting(
                        new Posting.Line(Account.AVAILABLE, Kroner.of(-1)),
                        new Posting.Line(Account.SPENT, Kroner.of(2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTwoLinesOnOneAccount() {
        assertThatThrownBy(() -> posting(
                        new Posting.Line(Account.SPENT, Kroner.of(-1)), new Posting.Line(Account.SPENT, Kroner.of(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLinesOfZero() {
        assertThatThrownBy(() -> posting(
                        new Posting.Line(Account.AVAILABLE, Kroner.ZERO), new Posting.Line(Account.SPENT, Kroner.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsHowFarAnAwardsMoneyHasComeFromItsBalancesAlone() {
        var balances = new EnumMap<Account, Kroner>(Account.class);
        apply(balances, Posting.awarded(SCHEME, YEAR, AWARD, Kroner.of(100), "dina", NOW));
        assertThat(state(balances)).isEqualTo(AwardStanding.State.UNPAID);
        apply(balances, Posting.paid(SCHEME, YEAR, AWARD, new UUID(0, 3), Kroner.of(40), "bank", NOW));
        assertThat(state(balances)).isEqualTo(AwardStanding.State.PARTLY_PAID);
        apply(balances, Posting.paid(SCHEME, YEAR, AWARD, new UUID(0, 4), Kroner.of(60), "bank", NOW));
        assertThat(state(balances)).isEqualTo(AwardStanding.State.PAID);
        apply(
                balances,
                Posting.reported(
                        SCHEME,
                        YEAR,
                        AWARD,
                        new UUID(0, 5),
                        1,
                        Account.PAID_UNREPORTED,
                        Kroner.of(70),
                        Kroner.of(30),
                        NOW));
        assertThat(state(balances)).isEqualTo(AwardStanding.State.REPORTED);
    }

    @Test
    void tellsThatAnAnnulledAwardHasNothingLeft() {
        var balances = new EnumMap<Account, Kroner>(Account.class);
        apply(balances, Posting.awarded(SCHEME, YEAR, AWARD, Kroner.of(100), "dina", NOW));
        apply(balances, Posting.annulled(SCHEME, YEAR, AWARD, Kroner.of(100), "dina", NOW));
        assertThat(state(balances)).isEqualTo(AwardStanding.State.ANNULLED);
        assertThat(balances.values()).allMatch(Kroner::isZero);
    }

    @Test
    void postsOnlyTheDifferenceOfACorrection() {
        var correction = Posting.reported(
                SCHEME, YEAR, AWARD, new UUID(0, 5), 2, Account.PAID_UNREPORTED, Kroner.of(-20), Kroner.of(20), NOW);
        assertThat(correction.lines())
                .containsExactlyInAnyOrder(
                        new Posting.Line(Account.SPENT, Kroner.of(-20)),
                        new Posting.Line(Account.UNSPENT, Kroner.of(20)));
    }

    private static Posting posting(Posting.Line... lines) {
        return new Posting(
                Posting.Kind.REVISED,
                SCHEME,
                YEAR,
                Optional.empty(),
                Optional.empty(),
                "test",
                "ada",
                NOW,
                List.of(lines));
    }

    private static void apply(Map<Account, Kroner> balances, Posting posting) {
        posting.lines().forEach(line -> balances.merge(line.account(), line.amount(), Kroner::plus));
    }

    private static AwardStanding.State state(Map<Account, Kroner> balances) {
        return new AwardStanding(AWARD, SCHEME, YEAR, balances).state();
    }
}
