package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.allocated;
import static no.opptrapping.grant.allocation.engine.Golden.faults;
import static no.opptrapping.grant.allocation.engine.Golden.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.ActivityBased.Activity;
import no.opptrapping.grant.allocation.engine.ByApplication.Order;
import no.opptrapping.grant.allocation.engine.ByApplication.Reason;
import no.opptrapping.grant.allocation.engine.ByApplication.Rule;
import no.opptrapping.grant.allocation.engine.ByApplication.TieRule;
import no.opptrapping.grant.allocation.engine.PerPosition.Position;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionApplication;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionLine;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** Money per position and per unit of activity: what is due, what comes first, and what cannot be. */
class PositionRulesTest {
    private static final Rule RANKED = new Rule.Ranked(Order.RANK, TieRule.NONE);
    private static final List<Decimal> STEPS = List.of(Decimal.ONE, Decimal.of("0.75"), Decimal.of("0.5"));

    private static Position position(String percent, int year) {
        return new Position(Decimal.of(percent), year);
    }

    private static PositionApplication application(String number, long asked, long useful, Position... positions) {
        return new PositionApplication(
                recipient(number),
                List.of(positions),
                Kroner.of(asked),
                Kroner.of(asked),
                Optional.of(1),
                Optional.empty(),
                Kroner.of(useful),
                Optional.empty());
    }

    private static PerPosition model(Rule rule, PositionApplication... applications) {
        return new PerPosition(Kroner.of(330_000), STEPS, rule, List.of(applications), 1);
    }

    private static List<String> broken(Model model) {
        return faults(model.divide(Kroner.of(100))).stream()
                .map(fault -> fault.broken().code() + " " + fault.pointer())
                .toList();
    }

    @Test
    void aPositionIsDueItsPercentageOfTheRateStepByStepAndNothingAfterTheLast() {
        var line = allocated(model(
                                RANKED,
                                application(
                                        "0301",
                                        2_000_000,
                                        0,
                                        position("100", 1),
                                        position("33.33", 2),
                                        position("0.5", 3),
                                        position("100", 4)))
                        .divide(Kroner.of(2_000_000)))
                .lines()
                .getFirst();
        // 33.33 % of 330 000 is 109 989, three quarters of it 82 491.75; half a percent at half is 825.
        assertThat(line.due()).containsExactly(Kroner.of(330_000), Kroner.of(82_491), Kroner.of(825), Kroner.ZERO);
        assertThat(line.earlier().orElseThrow().assessed()).isEqualTo(Kroner.of(83_316));
        assertThat(line.newPositions().orElseThrow().assessed()).isEqualTo(Kroner.of(330_000));
    }

    @Test
    void whatWasAskedForLimitsTheApplicationEarlierPositionsFirst() {
        var division = allocated(model(RANKED, application("0301", 300_000, 0, position("100", 1), position("100", 2)))
                .divide(Kroner.of(1_000_000)));
        var line = division.lines().getFirst();
        assertThat(line.earlier().orElseThrow().amount()).isEqualTo(Kroner.of(247_500));
        assertThat(line.newPositions().orElseThrow().amount()).isEqualTo(Kroner.of(52_500));
        assertThat(division.leftForNew()).isEqualTo(Kroner.of(752_500));
    }

    @Test
    void earlierPositionsThatTakeJustAllLeaveNothingButAreNotSaidToExceedIt() {
        var first = application("0301", 500_000, 0, position("100", 2));
        var second = application("1103", 500_000, 0, position("100", 1));
        var just = allocated(model(RANKED, first, second).divide(Kroner.of(247_500)));
        assertThat(just.newGetNothing()).isFalse();
        assertThat(just.leftForNew()).isEqualTo(Kroner.ZERO);
        assertThat(just.lines().getLast().newPositions().orElseThrow().reason()).isEqualTo(Reason.NOTHING_LEFT);
        assertThat(just.lines().getFirst().newPositions()).isEmpty();
        assertThat(just.lines().getLast().earlier()).isEmpty();
        var less = allocated(model(RANKED, first, second).divide(Kroner.of(247_499)));
        assertThat(less.newGetNothing()).isTrue();
        assertThat(less.leftForNew()).isEqualTo(Kroner.ZERO);
        assertThat(less.lines()).extracting(PositionLine::amount).containsExactly(Kroner.of(247_499), Kroner.ZERO);
        assertThat(less.lines().getLast().newPositions().orElseThrow().reason())
                .isEqualTo(Reason.EARLIER_POSITIONS_FIRST);
    }

    @Test
    void anApplicationWithoutPositionsGetsNothingAndHasNoRows() {
        var division = allocated(model(RANKED, application("0301", 100, 0)).divide(Kroner.of(100)));
        assertThat(division.lines().getFirst().amount()).isEqualTo(Kroner.ZERO);
        assertThat(division.lines().getFirst().earlier()).isEmpty();
        assertThat(division.lines().getFirst().newPositions()).isEmpty();
    }

    @Test
    void theSmallestUsefulAmountIsOfBothRowsTogether() {
        var both = application("0301", 600_000, 300_000, position("100", 1), position("100", 2));
        assertThat(allocated(model(RANKED, both).divide(Kroner.of(300_000))).sum())
                .isEqualTo(Kroner.of(300_000));
        assertThat(allocated(model(RANKED, both).divide(Kroner.of(299_999))).sum())
                .isEqualTo(Kroner.of(247_500));
    }

    @Test
    void anApplicationWhosePositionsAreOfNoUseToItGetsNothingAndStopsNobody() {
        for (var rule : List.of(RANKED, new Rule.Proportional())) {
            var useless = application("0301", 900_000, 577_501, position("100", 1), position("100", 2));
            var just = application("1103", 900_000, 577_500, position("100", 1), position("100", 2));
            var division = allocated(model(rule, useless, just).divide(Kroner.of(1_000_000)));
            assertThat(division.lines())
                    .extracting(PositionLine::amount)
                    .containsExactly(Kroner.ZERO, Kroner.of(577_500));
            var line = division.lines().getFirst();
            assertThat(line.earlier().orElseThrow().reason()).isEqualTo(Reason.POSITIONS_BELOW_SMALLEST_USEFUL);
            assertThat(line.newPositions().orElseThrow().reason()).isEqualTo(Reason.POSITIONS_BELOW_SMALLEST_USEFUL);
            assertThat(line.earlier().orElseThrow().assessed()).isEqualTo(Kroner.of(247_500));
        }
        assertThat(broken(model(RANKED, application("0301", 1, -1, position("100", 1)))))
                .containsExactly("smallest-useful-not-negative /applications/0/smallestUseful");
    }

    @Test
    void whatWasAssessedLimitsTheApplicationEarlierPositionsFirst() {
        var assessed = new PositionApplication(
                recipient("0301"),
                List.of(position("100", 1), position("100", 2)),
                Kroner.of(600_000),
                Kroner.of(300_000),
                Optional.of(1),
                Optional.empty(),
                Kroner.of(300_000),
                Optional.empty());
        var line = allocated(model(RANKED, assessed).divide(Kroner.of(1_000_000)))
                .lines()
                .getFirst();
        assertThat(line.earlier().orElseThrow().amount()).isEqualTo(Kroner.of(247_500));
        assertThat(line.newPositions().orElseThrow().amount()).isEqualTo(Kroner.of(52_500));
        assertThat(line.amount()).isEqualTo(Kroner.of(300_000));
    }

    @Test
    void everythingThatAPositionCannotBeIsNamed() {
        assertThat(broken(model(
                        RANKED,
                        application("0301", -1, 0, position("100", 1)),
                        application("1103", 10_000_000_000_001L, 0, position("100.5", 1), position("-1", 0)))))
                .containsExactly(
                        "asked-not-negative /applications/0/asked",
                        "assessed-not-negative /applications/0/assessed",
                        "amount-in-range /applications/1/asked",
                        "amount-in-range /applications/1/assessed",
                        "position-percent-between-zero-and-hundred /applications/1/positions/0/percent",
                        "position-percent-between-zero-and-hundred /applications/1/positions/1/percent",
                        "position-year-from-one /applications/1/positions/1/year");
        var fine = application("0301", 100, 0, position("100", 1), position("0", 1));
        var factors = List.of(Decimal.of("1.01"), Decimal.of("-0.1"), Decimal.ONE, Decimal.ZERO);
        assertThat(broken(new PerPosition(Kroner.of(-1), factors, RANKED, List.of(fine), 1)))
                .containsExactly(
                        "rate-not-negative /rate",
                        "step-down-between-zero-and-one /stepDown/0",
                        "step-down-between-zero-and-one /stepDown/1");
        assertThat(broken(new PerPosition(Kroner.of(10_000_000_000_001L), List.of(), RANKED, List.of(fine), 7)))
                .containsExactly("unit-in-use /unit", "amount-in-range /rate", "step-down-known /stepDown");
        assertThat(allocated(model(RANKED, fine).divide(Kroner.of(100))).sum()).isEqualTo(Kroner.of(100));
    }

    @Test
    void positionsAreNotDividedByScoreAlone() {
        assertThat(broken(model(new Rule.ScoreWeighted(), application("0301", 100, 0, position("100", 1)))))
                .containsExactly("positions-not-by-score /rule");
    }

    @Test
    void aRankIsNeededOnlyWhereThePositionsAreRanked() {
        var unranked = new PositionApplication(
                recipient("0301"),
                List.of(position("10", 1)),
                Kroner.of(100),
                Kroner.of(100),
                Optional.empty(),
                Optional.empty(),
                Kroner.ZERO,
                Optional.empty());
        assertThat(broken(model(RANKED, unranked))).containsExactly("rank-known /applications/0/rank");
        assertThat(allocated(model(new Rule.Proportional(), unranked).divide(Kroner.of(100)))
                        .sum())
                .isEqualTo(Kroner.of(100));
    }

    @Test
    void aClaimForActivityIsAnAmountOfThisWorld() {
        var much = new Activity(recipient("0301"), Decimal.of(10_000_000_001L), true);
        assertThat(broken(new ActivityBased(Decimal.of(1000), Decimal.ZERO, List.of(much), 1)))
                .containsExactly("amount-in-range /activities/0/units");
        assertThat(allocated(new ActivityBased(Decimal.of(1000), Decimal.ONE, List.of(much), 1).divide(Kroner.of(5)))
                        .sum())
                .isEqualTo(Kroner.ZERO);
    }

    @Test
    void thePriceIsTheFullOneWhenTheClaimsAreJustTheBudget() {
        var activities = List.of(new Activity(recipient("0301"), Decimal.of("2.5"), true));
        var division =
                allocated(new ActivityBased(Decimal.of(100), Decimal.ZERO, activities, 1).divide(Kroner.of(250)));
        assertThat(division.unitPriceUsed()).isEqualTo(Fraction.of(100));
        assertThat(division.lines().getFirst().claim()).isEqualTo(Kroner.of(250));
    }
}
