package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.ledger.Account.APPROPRIATED;
import static no.opptrapping.grant.ledger.Account.AVAILABLE;
import static no.opptrapping.grant.ledger.Account.AWARDED;
import static no.opptrapping.grant.ledger.Account.AWARDED_CONTRA;
import static no.opptrapping.grant.ledger.Account.AWARDED_UNPAID;
import static no.opptrapping.grant.ledger.Account.PAID_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.SPENT;
import static no.opptrapping.grant.ledger.Account.UNSPENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Year;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class SchemeYearFactsTest {
    private static final SchemeId SCHEME = new SchemeId(new UUID(0, 1));
    private static final UUID AWARD = new UUID(0, 2);
    private static final Map<Account, Long> RIGHT = Map.of(
            APPROPRIATED, -1000L,
            AVAILABLE, 400L,
            AWARDED, 600L,
            AWARDED_CONTRA, -600L,
            AWARDED_UNPAID, 100L,
            PAID_UNREPORTED, 200L,
            SPENT, 250L,
            UNSPENT, 50L);

    @Test
    void holdsWhenEveryKroneIsWhereItShouldBe() {
        var facts = facts(Map.of());
        assertThat(facts.identities()).allMatch(Identity::holds);
        assertThat(facts.awardsOutOfStep()).isEmpty();
    }

    @Test
    void namesBothAccountsOfEveryKroneThatIsMoved() {
        for (var from : EnumSet.allOf(Account.class)) {
            for (var to : EnumSet.complementOf(EnumSet.of(from))) {
                assertThat(accountsAtFault(facts(Map.of(from, -1L, to, 1L))))
                        .as(from + " to " + to)
                        .isEqualTo(Set.of(from, to));
            }
        }
    }

    @Test
    void namesTheAwardOfAKroneThatIsMovedBetweenItsAccounts() {
        assertThat(facts(Map.of(SPENT, 1L, UNSPENT, -1L)).awardsOutOfStep())
                .extracting(OutOfStep::award, OutOfStep::account)
                .containsExactlyInAnyOrder(tuple(AWARD, SPENT), tuple(AWARD, UNSPENT));
    }

    private static Set<Account> accountsAtFault(SchemeYearFacts facts) {
        var accounts = EnumSet.noneOf(Account.class);
        facts.identities().stream()
                .filter(identity -> !identity.holds())
                .map(Identity::account)
                .forEach(accounts::add);
        return accounts;
    }

    private static SchemeYearFacts facts(Map<Account, Long> moved) {
        var balances = new EnumMap<Account, Kroner>(Account.class);
        for (var account : Account.values()) {
            balances.put(account, Kroner.of(RIGHT.getOrDefault(account, 0L) + moved.getOrDefault(account, 0L)));
        }
        return new SchemeYearFacts(
                SCHEME,
                Year.of(2025),
                balances,
                balances,
                List.of(new AwardStanding(AWARD, SCHEME, Year.of(2025), balances)),
                Kroner.of(1000),
                Kroner.ZERO,
                List.of(new AwardFacts(
                        AWARD,
                        Optional.of("76562-2025-0001"),
                        Kroner.of(600),
                        Kroner.of(500),
                        Kroner.ZERO,
                        Kroner.of(250),
                        Kroner.of(50),
                        Kroner.ZERO,
                        Kroner.ZERO,
                        AwardFacts.Claims.NONE)),
                Kroner.ZERO,
                Kroner.ZERO,
                List.of());
    }
}
