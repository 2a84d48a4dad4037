package no.opptrapping.grant.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class ReturnableTest {
    @Test
    void whatAReductionHasClaimedIsSettledByMoneyThatComesBack() {
        var returnable = Returnable.of(standing(Map.of(Account.PAID_UNREPORTED, 20L, Account.CLAIM, 50L)));
        assertThat(returnable.settledBy(Kroner.of(70))).hasValue(Kroner.of(50));
        assertThat(returnable.settledBy(Kroner.of(20))).hasValue(Kroner.ZERO);
        assertThat(returnable.settledBy(Kroner.of(71))).isEmpty();
    }

    @Test
    void whatIsClaimedOfWhatAReportHasAccountedForIsNot() {
        var ofReport = standing(Map.of(Account.CLAIM, 50L, Account.CLAIMED_UNSPENT, 30L, Account.CLAIMED_SPENT, 20L));
        assertThat(Returnable.of(ofReport).settledBy(Kroner.of(1))).isEmpty();
        var ofBoth = standing(Map.of(Account.CLAIM, 50L, Account.CLAIMED_UNSPENT, 30L));
        assertThat(Returnable.of(ofBoth).settledBy(Kroner.of(20))).hasValue(Kroner.of(20));
        assertThat(Returnable.of(ofBoth).settledBy(Kroner.of(21))).isEmpty();
        var paidBackInPart = standing(Map.of(Account.CLAIM, 10L, Account.CLAIMED_UNSPENT, 30L));
        assertThat(Returnable.of(paidBackInPart).settledBy(Kroner.of(1))).isEmpty();
    }

    private static AwardStanding standing(Map<Account, Long> balances) {
        return new AwardStanding(
                new UUID(0, 1),
                new SchemeId(new UUID(0, 2)),
                Year.of(2025),
                balances.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Kroner.of(entry.getValue()))));
    }
}
