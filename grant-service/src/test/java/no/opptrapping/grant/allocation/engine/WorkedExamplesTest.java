package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.allocated;
import static no.opptrapping.grant.allocation.engine.Golden.big;
import static no.opptrapping.grant.allocation.engine.Golden.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.grant.allocation.engine.Incorporation.Step;
import no.opptrapping.grant.allocation.engine.Key.CostKey;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** The examples of the page on allocation, to the decimals that it prints. */
class WorkedExamplesTest {
    private static final List<Row> THREE = List.of(row("0301", 600, 50), row("1103", 300, 10), row("4601", 100, 40));
    private static final CostKey KEY = new CostKey(
            List.of(
                    new Criterion("inhabitants", Decimal.of("0.6")),
                    new Criterion("social-assistance", Decimal.of("0.4"))),
            false);

    private static Row row(String number, long inhabitants, long recipients) {
        return new Row(
                recipient(number),
                Decimal.of(inhabitants),
                Map.of("inhabitants", Decimal.of(inhabitants), "social-assistance", Decimal.of(recipients)));
    }

    @Test
    void twoCriteriaGiveSharesAndAmounts() {
        var division = allocated(new ObjectiveCriteria(KEY, THREE, new Limit.None(), new Limit.None(), 1000)
                .divide(Kroner.of(1_000_000)));

        assertThat(division.lines())
                .extracting(line -> line.share().toString())
                .containsExactly("14/25", "11/50", "11/50");
        assertThat(division.lines())
                .extracting(line -> line.amount().value())
                .containsExactly(560_000L, 220_000L, 220_000L);
    }

    @Test
    void explanationCanBeRedoneWithAPocketCalculator() {
        var division = allocated(new ObjectiveCriteria(KEY, THREE, new Limit.None(), new Limit.None(), 1000)
                .divide(Kroner.of(1_000_000)));

        var oslo = division.lines().getFirst();
        assertThat(oslo.parts())
                .extracting(CriterionPart::contributionInOre)
                .as("1 000 000 x 600/1000 x 0.6 and 1 000 000 x 50/100 x 0.4 in øre")
                .containsExactly(36_000_000L, 20_000_000L);
        assertThat(division.lines()).allSatisfy(WorkedExamplesTest::addsUp);
    }

    static void addsUp(CriteriaLine line) {
        assertThat(line.parts().stream()
                        .mapToLong(CriterionPart::contributionInOre)
                        .sum())
                .isEqualTo(line.byKeyInOre());
        assertThat(line.byKeyInOre() + line.limitsInOre() + line.roundingInOre())
                .isEqualTo(line.amount().value() * 100);
    }

    @Test
    void floorIsTakenFromTheOthersInProportion() {
        var floor = new Limit.PerMunicipality(Map.of(recipient("1103"), Kroner.of(300_000)));
        var division = allocated(
                new ObjectiveCriteria(KEY, THREE, floor, new Limit.None(), 1000).divide(Kroner.of(1_000_000)));

        assertThat(division.lines())
                .extracting(line -> line.exact().rounded(2).toString())
                .containsExactly("502564.10", "300000.00", "197435.90");
        assertThat(division.lines())
                .extracting(line -> line.amount().value())
                .containsExactly(503_000L, 300_000L, 197_000L);
        assertThat(division.lines()).allSatisfy(WorkedExamplesTest::addsUp);
    }

    @Test
    void stateGuaranteeCompensatesTheOneThatFallsFurthest() {
        var taken = steps(List.of(1000L, 100L, 0L), List.of(500L, 300L, 400L))
                .take(new Method.StateGuarantee(Decimal.of(5)));

        assertThat(compensations(taken)).containsExactly("475", "0", "0");
        assertThat(taken.deductionPerInhabitant()).isEqualTo(Fraction.of(475, 40));
        assertThat(finals(taken)).containsExactly("3425/4", "725/4", "325/2");
        assertThat(amounts(taken)).containsExactly(856L, 181L, 163L);
    }

    @Test
    void strictGuaranteeKeepsTheFirstAtItsGuaranteedChange() {
        var taken = steps(List.of(1000L, 100L, 0L), List.of(500L, 300L, 400L))
                .take(new Method.StrictGuarantee(Decimal.of(5)));

        assertThat(taken.deductionPerInhabitant()).isEqualTo(Fraction.of(95, 6));
        assertThat(finals(taken)).containsExactly("975", "425/3", "250/3");
        assertThat(amounts(taken)).containsExactly(975L, 142L, 83L);
    }

    @Test
    void oneThatHasLessThanItsDeductionPaysAllItHas() {
        var taken =
                steps(List.of(1000L, 0L, 0L), List.of(0L, 990L, 10L)).take(new Method.StateGuarantee(Decimal.of(5)));

        assertThat(compensations(taken)).containsExactly("950", "0", "0");
        assertThat(taken.deductionPerInhabitant()).isEqualTo(Fraction.of(47));
        assertThat(amounts(taken)).containsExactly(480L, 520L, 0L);
    }

    @Test
    void largestRemainderIsNotMonotoneInTheBudget() {
        assertThat(divideUnits(10)).containsExactly(4L, 4L, 2L);
        assertThat(divideUnits(11)).containsExactly(5L, 5L, 1L);
    }

    private static long[] divideUnits(long units) {
        var numerators = Stream.of(6, 6, 2).map(share -> big(share * units)).toArray(BigInteger[]::new);
        return new ExactAmounts(numerators, big(14)).rounded(1);
    }

    private static IncorporationSteps steps(List<Long> before, List<Long> after) {
        var inhabitants = List.of(10, 10, 20);
        var rows = IntStream.range(0, 3)
                .mapToObj(i -> new Row(recipient("000" + i), Decimal.of(inhabitants.get(i)), Map.of()))
                .toList();
        return new IncorporationSteps(
                before.stream().mapToLong(Long::longValue).toArray(),
                after.stream().mapToLong(Long::longValue).toArray(),
                new Population(rows, new Faults()),
                1);
    }

    private static List<String> compensations(IncorporationSteps.Taken taken) {
        return taken.steps().stream()
                .map(step -> step.compensation().toString())
                .toList();
    }

    private static List<String> finals(IncorporationSteps.Taken taken) {
        return taken.steps().stream().map(step -> step.exact().toString()).toList();
    }

    private static List<Long> amounts(IncorporationSteps.Taken taken) {
        return taken.steps().stream().map(Step::after).map(Kroner::value).toList();
    }
}
