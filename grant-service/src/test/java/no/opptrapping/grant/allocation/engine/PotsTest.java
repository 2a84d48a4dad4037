package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.engine.Pots.Part;
import no.opptrapping.grant.allocation.engine.Pots.Pot;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** A run of several pots: what each may be, and what they may be together. */
class PotsTest {
    private static final Part REST = new Part.Remainder();

    private static Model among(String... numbers) {
        return capped(new Limit.None(), numbers);
    }

    private static Model capped(Limit cap, String... numbers) {
        var rows = Arrays.stream(numbers)
                .map(number -> new Row(recipient(number), null, Map.of("c", Decimal.ONE)))
                .toList();
        var key = new Key.CostKey(List.of(new Criterion("c", Decimal.ONE)), false);
        return new ObjectiveCriteria(key, rows, new Limit.None(), cap, 1);
    }

    private static Part sum(long kroner) {
        return new Part.Sum(Kroner.of(kroner));
    }

    private static Pots.Result divide(long budget, long committed, Pot... pots) {
        return new Pots(Kroner.of(budget), Kroner.of(committed), List.of(pots)).divide();
    }

    private static List<String> broken(Pots.Result result) {
        assertThat(result).isInstanceOf(Pots.Result.Impossible.class);
        return ((Pots.Result.Impossible) result)
                .faults().stream()
                        .map(fault -> fault.broken().code() + " " + fault.pointer())
                        .toList();
    }

    private static Pots.Result.Allocated allocated(Pots.Result result) {
        assertThat(result).isInstanceOf(Pots.Result.Allocated.class);
        return (Pots.Result.Allocated) result;
    }

    @Test
    void whatIsCommittedComesOffFirstAndWhatAPotLeavesIsForTheRestAfterIt() {
        var result = allocated(divide(
                1_000,
                100,
                new Pot("first", sum(500), capped(new Limit.SameForAll(Kroner.of(150)), "0301", "1103"), false),
                new Pot("rest", REST, among("1103", "4601"), false)));
        assertThat(result.pots()).extracting(Pots.Divided::name).containsExactly("first", "rest");
        assertThat(result.amounts())
                .containsExactly(
                        Map.entry(recipient("0301").number(), Kroner.of(150)),
                        Map.entry(recipient("1103").number(), Kroner.of(450)),
                        Map.entry(recipient("4601").number(), Kroner.of(300)));
        assertThat(result.available()).isEqualTo(result.sum()).isEqualTo(Kroner.of(900));
        assertThat(result.undistributed()).isEqualTo(Kroner.ZERO);
    }

    @Test
    void everythingThatIsWrongWithTheSumsIsNamed() {
        assertThat(broken(divide(-1, 0, new Pot("a", REST, among("0301"), false))))
                .contains("budget-not-negative /budget", "commitments-within-budget /committed");
        assertThat(broken(divide(10_000_000_000_001L, -1, new Pot("a", REST, among("0301"), false))))
                .contains("amount-in-range /budget", "commitments-not-negative /committed");
        assertThat(broken(divide(100, 101, new Pot("a", REST, among("0301"), false))))
                .contains("commitments-within-budget /committed");
        assertThat(allocated(divide(100, 100, new Pot("a", REST, among("0301"), false)))
                        .sum())
                .isEqualTo(Kroner.ZERO);
        assertThat(broken(divide(100, 0))).containsExactly("at-least-one-pot /pots");
        assertThat(broken(divide(
                        100,
                        0,
                        new Pot("a", sum(-1), among("0301"), false),
                        new Pot("a", sum(10_000_000_000_001L), among("0301"), false))))
                .contains(
                        "pot-not-negative /pots/0/budget/amount",
                        "pot-name-only-once /pots/1/name",
                        "amount-in-range /pots/1/budget/amount",
                        "pots-within-budget /pots",
                        "budget-not-negative /pots/0/model/budget",
                        "amount-in-range /pots/1/model/budget");
    }

    @Test
    void thePotsMayUseUpWhatIsAvailableButNotExceedIt() {
        var first = new Pot("a", sum(60), among("0301"), false);
        assertThat(allocated(divide(100, 10, first, new Pot("b", sum(30), among("1103"), false)))
                        .sum())
                .isEqualTo(Kroner.of(90));
        assertThat(broken(divide(100, 10, first, new Pot("b", sum(31), among("1103"), false))))
                .containsExactly("pots-within-budget /pots");
    }

    @Test
    void aRestThatTakesWhatALaterPotWasPromisedIsRefusedWithBothSums() {
        var result = divide(
                100, 0, new Pot("rest", REST, among("0301"), false), new Pot("later", sum(40), among("1103"), false));
        assertThat(broken(result)).containsExactly("pots-within-budget /pots");
        assertThat(((Pots.Result.Impossible) result).faults().getFirst().arguments())
                .containsEntry("sum", Kroner.of(140))
                .containsEntry("available", Kroner.of(100));
    }

    @Test
    void anExclusivePotSharesNobodyWithAnyOtherBeforeOrAfterIt() {
        var exclusive = new Pot("large cities", sum(10), among("0301", "1103", "4601"), true);
        var result = divide(
                100,
                0,
                new Pot("a", sum(10), among("0301"), false),
                exclusive,
                new Pot("rest", REST, among("5001", "4601"), false));
        assertThat(broken(result)).containsExactly("exclusive-pot-not-shared /pots/1");
        assertThat(((Pots.Result.Impossible) result).faults().getFirst().arguments())
                .containsEntry("name", "large cities")
                .containsEntry("municipalities", List.of("0301", "4601"));
        var alone = divide(100, 0, exclusive, new Pot("rest", REST, among("5001"), false));
        assertThat(allocated(alone).sum()).isEqualTo(Kroner.of(100));
        var shared =
                divide(100, 0, new Pot("a", sum(10), among("0301"), false), new Pot("b", REST, among("0301"), false));
        assertThat(allocated(shared).amounts()).containsEntry(recipient("0301").number(), Kroner.of(100));
    }

    @Test
    void theFaultsOfEveryPotAreNamedWhereTheyAreEachOnce() {
        var result = divide(
                100,
                0,
                new Pot("a", sum(10), among("0301", "0301"), false),
                new Pot("b", sum(10), capped(new Limit.SameForAll(Kroner.of(-1)), "1103"), false));
        assertThat(broken(result))
                .containsExactly(
                        "recipient-only-once /pots/0/model/rows/1",
                        "limit-not-negative /pots/1/model/capPerMunicipality",
                        "floor-not-above-cap /pots/1/model/floorPerMunicipality");
    }
}
