package no.opptrapping.grant.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.trace.MoneyFlow.Link;
import no.opptrapping.grant.trace.MoneyFlow.Node;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class MoneyFlowTest {
    private static final long SEED = 20_261_130L;

    @Test
    void followsTheMoneyOverTheYearThatItWasCarriedInto() {
        var flow = MoneyFlow.of(List.of(
                standing(
                        2025,
                        Map.of(
                                Account.AWARDED_UNPAID,
                                100L,
                                Account.SPENT,
                                500L,
                                Account.CARRIED_OVER,
                                60L,
                                Account.UNSPENT,
                                40L)),
                standing(2026, Map.of(Account.CARRIED_IN, -60L, Account.CARRIED_UNREPORTED, 10L, Account.SPENT, 50L))));
        assertThat(flow.nodes())
                .extracting(Node::id, node -> node.amount().value())
                .containsExactly(
                        tuple("awarded-2025", 700L),
                        tuple("unpaid-2025", 100L),
                        tuple("paid-2025", 600L),
                        tuple("spent-2025", 500L),
                        tuple("unspent-2025", 40L),
                        tuple("carried-in-2026", 60L),
                        tuple("unreported-2026", 10L),
                        tuple("spent-2026", 50L));
        assertThat(flow.links())
                .contains(
                        new Link("paid-2025", "carried-in-2026", Kroner.of(60)),
                        new Link("carried-in-2026", "spent-2026", Kroner.of(50)));
    }

    @Test
    void isEmptyWhenNothingIsLeftOfTheAward() {
        assertThat(MoneyFlow.of(List.of(standing(2025, Map.of(Account.AVAILABLE, 100L)))))
                .isEqualTo(new MoneyFlow(List.of(), List.of()));
        assertThat(MoneyFlow.of(List.of())).isEqualTo(new MoneyFlow(List.of(), List.of()));
    }

    @Test
    void losesNoKrone() {
        var random = new Random(SEED);
        for (var round = 0; round < 2_000; round++) {
            var standings = new ArrayList<AwardStanding>();
            var carried = 0L;
            for (var year = 2025; year <= 2025 + random.nextInt(3) && (year == 2025 || carried > 0); year++) {
                var balances = new EnumMap<Account, Long>(Account.class);
                if (year == 2025) {
                    for (var account : List.of(
                            Account.AWARDED_UNPAID,
                            Account.PAID_UNREPORTED,
                            Account.SPENT,
                            Account.UNSPENT,
                            Account.CARRIED_OVER,
                            Account.CLAIM,
                            Account.REPAID,
                            Account.WRITTEN_OFF)) {
                        balances.put(account, random.nextInt(3) == 0 ? 0L : random.nextLong(1_000_000));
                    }
                    carried = balances.getOrDefault(Account.CARRIED_OVER, 0L);
                } else {
                    var spent = random.nextLong(carried + 1);
                    var on = random.nextLong(carried - spent + 1);
                    balances.put(Account.CARRIED_IN, -carried);
                    balances.put(Account.SPENT, spent);
                    balances.put(Account.CARRIED_OVER, on);
                    balances.put(Account.CARRIED_UNREPORTED, carried - spent - on);
                    carried = on;
                }
                standings.add(standing(year, balances));
            }
            conserves("seed " + SEED + ", round " + round, MoneyFlow.of(standings), carried);
        }
    }

    /** What comes to a node is its amount, and what goes on from it is all of it, but where it is still. */
    private static void conserves(String what, MoneyFlow flow, long carriedAtLast) {
        for (var node : flow.nodes()) {
            var came = sum(flow.links().stream()
                    .filter(link -> link.to().equals(node.id()))
                    .toList());
            var went = sum(flow.links().stream()
                    .filter(link -> link.from().equals(node.id()))
                    .toList());
            if (node.place() != MoneyFlow.Place.AWARDED) {
                assertThat(came).as(what + " to " + node).isEqualTo(node.amount());
            }
            switch (node.place()) {
                case AWARDED, PAID ->
                    assertThat(went).as(what + " from " + node).isEqualTo(node.amount());
                case CARRIED_IN ->
                    assertThat(went)
                            .as(what + " from " + node)
                            .isIn(node.amount(), node.amount().value() == carriedAtLast ? Kroner.ZERO : node.amount());
                case UNPAID, UNREPORTED, SPENT, UNSPENT, CLAIMED, REPAID, WRITTEN_OFF ->
                    assertThat(went).as(what + " from " + node).isEqualTo(Kroner.ZERO);
            }
        }
    }

    private static Kroner sum(List<Link> links) {
        return Kroner.sum(links.stream().map(Link::amount).toList());
    }

    private static AwardStanding standing(int year, Map<Account, Long> balances) {
        var kroner = new EnumMap<Account, Kroner>(Account.class);
        balances.forEach((account, amount) -> kroner.put(account, Kroner.of(amount)));
        return new AwardStanding(new UUID(0, 1), new SchemeId(new UUID(0, 2)), Year.of(year), kroner);
    }
}
