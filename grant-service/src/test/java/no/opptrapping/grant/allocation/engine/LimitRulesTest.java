package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.allocated;
import static no.opptrapping.grant.allocation.engine.Golden.faults;
import static no.opptrapping.grant.allocation.engine.Golden.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Floors and caps: what each may be, and what is said of an amount that one of them decided. */
class LimitRulesTest {
    private static final Limit NONE = new Limit.None();
    private static final Key KEY = new Key.CostKey(List.of(new Criterion("c", Decimal.ONE)), false);

    private static Row row(String number, @Nullable String inhabitants, long value) {
        return new Row(
                recipient(number),
                inhabitants == null ? null : Decimal.of(inhabitants),
                Map.of("c", Decimal.of(value)));
    }

    private static final List<Row> TWO = List.of(row("0301", "100", 3), row("1103", "50", 1));

    private static Limit same(long kroner) {
        return new Limit.SameForAll(Kroner.of(kroner));
    }

    private static Limit each(String number, long kroner) {
        return new Limit.PerMunicipality(Map.of(recipient(number), Kroner.of(kroner)));
    }

    private static Limit perInhabitant(String kroner) {
        return new Limit.PerInhabitant(Decimal.of(kroner));
    }

    private static List<String> broken(List<Row> rows, Limit floor, Limit cap, long unit) {
        return faults(new ObjectiveCriteria(KEY, rows, floor, cap, unit).divide(Kroner.of(1_000))).stream()
                .map(fault -> fault.broken().code() + " " + fault.pointer())
                .toList();
    }

    private static List<CriteriaLine> divided(List<Row> rows, Limit floor, Limit cap, long unit, long budget) {
        return allocated(new ObjectiveCriteria(KEY, rows, floor, cap, unit).divide(Kroner.of(budget)))
                .lines();
    }

    @Test
    void aLimitIsAMultipleOfTheUnitFromZeroToTheLargestAmount() {
        assertThat(broken(TWO, NONE, same(150), 100)).containsExactly("limit-multiple-of-unit /capPerMunicipality");
        assertThat(broken(TWO, NONE, same(10_000_000_000_001L), 1))
                .containsExactly("amount-in-range /capPerMunicipality");
        assertThat(broken(TWO, same(-1), NONE, 1)).containsExactly("limit-not-negative /floorPerMunicipality");
        assertThat(broken(TWO, each("0301", 150), NONE, 100)).containsExactly("limit-multiple-of-unit /floors/0301");
        assertThat(broken(TWO, NONE, each("1103", -100), 100))
                .containsExactly("limit-not-negative /caps/1103", "floor-not-above-cap /floorPerMunicipality");
        assertThat(broken(TWO, each("9999", 100), each("9998", 100), 100))
                .containsExactly("limit-for-a-recipient /floors/9999", "limit-for-a-recipient /caps/9998");
        assertThat(broken(TWO, perInhabitant("-1"), NONE, 1)).containsExactly("limit-not-negative /floorPerInhabitant");
        assertThat(broken(TWO, NONE, perInhabitant("100000000000.1"), 1))
                .containsExactly("amount-in-range /capPerInhabitant");
        assertThat(divided(TWO, NONE, same(10_000_000_000_000L), 1, 1_000)).hasSize(2);
    }

    @Test
    void aUnitThatIsNoneIsNamedAlone() {
        assertThat(broken(TWO, same(100), NONE, 0)).containsExactly("unit-in-use /unit");
        assertThat(broken(TWO, perInhabitant("1"), NONE, -1)).containsExactly("unit-in-use /unit");
    }

    @Test
    void everyMunicipalityWhoseFloorIsAboveItsCapIsNamed() {
        var found = faults(new ObjectiveCriteria(KEY, TWO, perInhabitant("2"), same(100), 1).divide(Kroner.of(1_000)));
        assertThat(found).singleElement().satisfies(fault -> {
            assertThat(fault.broken()).isEqualTo(AllocationRule.FLOOR_NOT_ABOVE_CAP);
            assertThat(fault.pointer()).isEqualTo("/floorPerInhabitant");
            assertThat(fault.arguments()).containsEntry("municipalities", List.of("0301"));
        });
    }

    @Test
    void floorsBeyondTheBudgetAreRefusedWithBothSums() {
        var found = faults(new ObjectiveCriteria(KEY, TWO, same(501), NONE, 1).divide(Kroner.of(1_001)));
        assertThat(found)
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments())
                        .containsEntry("sum", Kroner.of(1_002))
                        .containsEntry("budget", Kroner.of(1_001)));
        assertThat(divided(TWO, same(501), NONE, 1, 1_002))
                .extracting(CriteriaLine::amount)
                .containsOnly(Kroner.of(501));
    }

    @Test
    void sumsBeyondWhatOneWordHoldsAreStillNamed() {
        var many = Stream.iterate(1000, i -> i + 1)
                .limit(1000)
                .map(i -> row(Integer.toString(i), "999999999999999999", 1))
                .toList();
        var found =
                faults(new ObjectiveCriteria(KEY, many, perInhabitant("999999999999"), NONE, 1).divide(Kroner.of(1)));
        assertThat(found)
                .filteredOn(fault -> fault.broken() == AllocationRule.FLOORS_WITHIN_BUDGET)
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.arguments().get("sum")).isEqualTo("999999999998999999000000000001000"));
    }

    @Test
    void limitsPerInhabitantNeedTheInhabitantsAndAreRoundedTowardsWhatTheyPromise() {
        var decimals = List.of(row("0301", "10.5", 3), row("1103", "7.25", 1));
        var lines = divided(decimals, perInhabitant("10.1"), perInhabitant("50"), 100, 700);
        assertThat(lines).extracting(CriteriaLine::floor).containsExactly(Kroner.of(200), Kroner.of(100));
        assertThat(lines).extracting(line -> line.cap().orElseThrow()).containsExactly(Kroner.of(500), Kroner.of(300));
        assertThat(broken(List.of(row("0301", null, 3), row("1103", "-1", 1)), perInhabitant("1"), NONE, 1))
                .contains("inhabitants-known /population", "inhabitants-not-negative /population");
        assertThat(broken(List.of(row("0301", null, 3)), NONE, perInhabitant("1"), 1))
                .containsExactly("inhabitants-known /population");
        assertThat(broken(List.of(row("0301", "0", 3)), NONE, perInhabitant("1"), 1))
                .containsExactly("inhabitants-above-zero /population");
        assertThat(divided(List.of(row("0301", null, 3)), same(1), same(5), 1, 9))
                .hasSize(1);
    }

    @Test
    void whoIsMissingItsInhabitantsIsNamed() {
        var found = faults(new ObjectiveCriteria(
                        KEY, List.of(row("0301", null, 3), row("1103", null, 1)), perInhabitant("1"), NONE, 1)
                .divide(Kroner.of(1)));
        assertThat(found)
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.arguments()).containsEntry("municipalities", List.of("0301", "1103")));
        var nobody = faults(new ObjectiveCriteria(KEY, List.of(row("0301", "0", 3)), NONE, perInhabitant("1"), 1)
                .divide(Kroner.of(1)));
        assertThat(nobody)
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments()).containsEntry("municipalities", List.of("0301")));
    }

    @Test
    void aLimitDecidesOnlyAnAmountThatWouldBeBeyondIt() {
        assertThat(divided(TWO, same(250), NONE, 1, 1_000))
                .extracting(CriteriaLine::bound)
                .containsOnly(Bound.NONE);
        assertThat(divided(TWO, NONE, same(750), 1, 1_000))
                .extracting(CriteriaLine::bound)
                .containsOnly(Bound.NONE);
        assertThat(divided(TWO, same(251), NONE, 1, 1_000))
                .extracting(CriteriaLine::bound)
                .containsExactly(Bound.NONE, Bound.FLOOR);
        assertThat(divided(TWO, NONE, same(749), 1, 1_000))
                .extracting(CriteriaLine::bound)
                .containsExactly(Bound.CAP, Bound.NONE);
        assertThat(divided(TWO, NONE, same(100), 1, 1_000))
                .extracting(CriteriaLine::bound)
                .containsOnly(Bound.CAP);
    }

    @Test
    void anExplanationSaysWhatLimitsAndRoundingChangedInOre() {
        var lines = divided(TWO, same(400), NONE, 100, 1_050);
        var oslo = lines.getFirst();
        // 787.50 by the key; the other's floor takes 137.50 of it, and rounding to hundreds lifts 650 to 700 or not.
        assertThat(oslo.byKeyInOre()).isEqualTo(78_750);
        assertThat(oslo.limitsInOre()).isEqualTo(-13_750);
        assertThat(oslo.roundingInOre()).isEqualTo(-5_000);
        assertThat(oslo.amount()).isEqualTo(Kroner.of(600));
        var part = oslo.parts().getFirst();
        assertThat(part.value()).isEqualTo("3");
        assertThat(part.total()).isEqualTo("4");
        assertThat(part.share()).isEqualTo(Fraction.of(3, 4));
        var thousands = divided(List.of(row("0301", null, 3_000), row("1103", null, 1_000)), NONE, NONE, 1, 10);
        assertThat(thousands.getFirst().parts().getFirst().total().toPlainString())
                .isEqualTo("4000");
        assertThat(thousands.getFirst().parts().getFirst().total().scale()).isZero();
    }

    @Test
    void theRowsOrderDoesNotMatterWhenTheKeyIsRefused() {
        var reversed = List.of(row("1103", "50", 0), row("0301", "100", 0));
        var found = faults(new ObjectiveCriteria(KEY, reversed, same(200), same(100), 1).divide(Kroner.of(1_000)));
        assertThat(found)
                .filteredOn(fault -> fault.broken() == AllocationRule.FLOOR_NOT_ABOVE_CAP)
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.arguments()).containsEntry("municipalities", List.of("0301", "1103")));
        assertThat(broken(List.of(), NONE, NONE, 1)).containsExactly("someone-to-divide-among /rows");
    }
}
