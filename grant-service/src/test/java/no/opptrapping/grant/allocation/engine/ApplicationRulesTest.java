package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.allocated;
import static no.opptrapping.grant.allocation.engine.Golden.faults;
import static no.opptrapping.grant.allocation.engine.Golden.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.ByApplication.Application;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.ByApplication.Order;
import no.opptrapping.grant.allocation.engine.ByApplication.Reason;
import no.opptrapping.grant.allocation.engine.ByApplication.Rule;
import no.opptrapping.grant.allocation.engine.ByApplication.TieRule;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Money by application: the order, who is cut and why, and what an assessment must be for it to be divided. */
class ApplicationRulesTest {
    private static final Rule RANKED = new Rule.Ranked(Order.RANK, TieRule.NONE);

    private static Application application(
            String number, long asked, long assessed, @Nullable Integer rank, @Nullable String score, long useful) {
        return new Application(
                recipient(number),
                Kroner.of(asked),
                Kroner.of(assessed),
                Optional.ofNullable(rank),
                Optional.ofNullable(score).map(Decimal::of),
                Kroner.of(useful),
                Optional.of(Instant.parse("2025-03-01T10:00:00Z").minusSeconds(Long.parseLong(number))));
    }

    private static Application assessed(String number, long assessed, @Nullable Integer rank, @Nullable String score) {
        return application(number, assessed, assessed, rank, score, 0);
    }

    private static List<ApplicationLine> divided(Rule rule, long budget, Application... applications) {
        return allocated(new ByApplication(rule, List.of(applications), 1).divide(Kroner.of(budget)))
                .lines();
    }

    private static List<String> broken(Rule rule, Application... applications) {
        return faults(new ByApplication(rule, List.of(applications), 1).divide(Kroner.of(100))).stream()
                .map(fault -> fault.broken().code() + " " + fault.pointer())
                .toList();
    }

    private static List<Long> amounts(List<ApplicationLine> lines) {
        return lines.stream().map(line -> line.amount().value()).toList();
    }

    @Test
    void theRankedAreServedInOrderAndEachIsToldWhy() {
        var lines = divided(
                RANKED,
                250,
                assessed("0301", 100, 2, null),
                application("1103", 100, 100, 3, null, 60),
                assessed("4601", 80, 1, null),
                application("5001", 70, 70, 4, null, 70),
                assessed("5501", 90, 5, null),
                assessed("5601", 90, 6, null));
        // 80, then 100, leaves 70, which 1103 can use; then there is nothing left.
        assertThat(amounts(lines)).containsExactly(100L, 70L, 80L, 0L, 0L, 0L);
        assertThat(lines)
                .extracting(ApplicationLine::reason)
                .containsExactly(
                        Reason.IN_FULL,
                        Reason.WHAT_WAS_LEFT,
                        Reason.IN_FULL,
                        Reason.NOTHING_LEFT,
                        Reason.NOTHING_LEFT,
                        Reason.NOTHING_LEFT);
        assertThat(lines).extracting(line -> line.place().orElseThrow()).containsExactly(2, 3, 1, 4, 5, 6);
    }

    @Test
    void oneThatCannotUseWhatIsLeftIsPassedOverAndTheNextIsTried() {
        var lines = divided(
                RANKED,
                130,
                assessed("0301", 100, 1, null),
                application("1103", 100, 100, 2, null, 31),
                application("4601", 100, 100, 3, null, 30));
        assertThat(amounts(lines)).containsExactly(100L, 0L, 30L);
        assertThat(lines)
                .extracting(ApplicationLine::reason)
                .containsExactly(Reason.IN_FULL, Reason.BELOW_SMALLEST_USEFUL, Reason.WHAT_WAS_LEFT);
    }

    @Test
    void theSameRankIsDecidedByTheCallsTieRuleThenByNumber() {
        var small = assessed("0301", 60, 1, "5");
        var large = assessed("1103", 90, 1, "5");
        var twin = assessed("4601", 90, 1, "5");
        assertThat(amounts(divided(new Rule.Ranked(Order.RANK, TieRule.NONE), 100, twin, large, small)))
                .containsExactly(60L, 40L, 0L);
        assertThat(amounts(divided(new Rule.Ranked(Order.RANK, TieRule.LARGER), 100, twin, large, small)))
                .containsExactly(0L, 90L, 10L);
        assertThat(amounts(divided(new Rule.Ranked(Order.RANK, TieRule.EARLIEST), 100, twin, large, small)))
                .containsExactly(0L, 10L, 90L);
        assertThat(amounts(divided(new Rule.Ranked(Order.SCORE, TieRule.LARGER), 100, twin, large, small)))
                .containsExactly(0L, 90L, 10L);
    }

    @Test
    void theHighestScoreComesFirst() {
        var lines = divided(
                new Rule.Ranked(Order.SCORE, TieRule.NONE),
                100,
                assessed("0301", 80, null, "7.5"),
                assessed("1103", 80, null, "80"),
                assessed("4601", 80, null, "8"));
        assertThat(amounts(lines)).containsExactly(0L, 80L, 20L);
    }

    @Test
    void everybodyGetsWhatWasAssessedWhenThereIsJustEnough() {
        for (var rule : List.of(RANKED, new Rule.Proportional(), new Rule.ScoreWeighted())) {
            var applications = List.of(assessed("0301", 33, 1, "0"), assessed("1103", 67, 2, "0"));
            var division = allocated(new ByApplication(rule, applications, 1000).divide(Kroner.of(100)));
            assertThat(division.sufficient()).isTrue();
            assertThat(amounts(division.lines())).containsExactly(33L, 67L);
            assertThat(division.lines()).extracting(ApplicationLine::reason).containsOnly(Reason.IN_FULL);
            assertThat(division.lines()).extracting(ApplicationLine::share).containsOnly(Optional.empty());
        }
    }

    @Test
    void theCutAreToldSoAndThoseWhoReachTheirCapAreNot() {
        var lines = divided(
                new Rule.ScoreWeighted(), 100, assessed("0301", 10, null, "90"), assessed("1103", 120, null, "10"));
        assertThat(amounts(lines)).containsExactly(10L, 90L);
        assertThat(lines).extracting(ApplicationLine::reason).containsExactly(Reason.IN_FULL, Reason.CUT);
        var division = allocated(new ByApplication(
                        new Rule.Proportional(),
                        List.of(assessed("0301", 60, null, null), assessed("1103", 41, null, null)),
                        1)
                .divide(Kroner.of(90)));
        assertThat(division.sufficient()).isFalse();
        assertThat(division.lines()).extracting(ApplicationLine::reason).containsExactly(Reason.CUT, Reason.CUT);
        assertThat(division.lines().getFirst().share()).contains(Fraction.of(60, 101));
    }

    @Test
    void scoresThatAreAllZeroCannotCut() {
        var zero = List.of(assessed("0301", 60, null, "0"), assessed("1103", 60, null, "0"));
        assertThat(faults(new ByApplication(new Rule.ScoreWeighted(), zero, 1).divide(Kroner.of(119))))
                .extracting(Fault::broken)
                .containsExactly(AllocationRule.SCORES_NOT_ALL_ZERO);
        assertThat(amounts(divided(new Rule.Proportional(), 60, zero.getFirst(), zero.getLast())))
                .containsExactly(30L, 30L);
        var one = assessed("4601", 60, null, "1");
        assertThat(amounts(divided(new Rule.ScoreWeighted(), 60, zero.getFirst(), zero.getLast(), one)))
                .containsExactly(0L, 0L, 60L);
    }

    @Test
    void anAssessmentIsFromZeroToWhatWasAskedFor() {
        assertThat(broken(new Rule.Proportional(), application("0301", 100, -1, null, null, 0)))
                .containsExactly("assessed-not-negative /applications/0/assessed");
        assertThat(broken(
                        new Rule.Proportional(),
                        application("0301", 100, 100, null, null, 0),
                        application("1103", 100, 101, null, null, 0)))
                .containsExactly("assessed-within-asked /applications/1/assessed");
        var tooLarge = Faults.LARGEST_AMOUNT.value() + 1;
        assertThat(broken(new Rule.Proportional(), application("0301", tooLarge, tooLarge, null, null, 0)))
                .containsExactly("amount-in-range /applications/0/assessed");
    }

    @Test
    void aRankingNeedsWhatItIsReadFrom() {
        assertThat(broken(RANKED, assessed("0301", 100, null, "1"), assessed("1103", 100, 0, null)))
                .containsExactly("rank-known /applications/0/rank", "rank-known /applications/1/rank");
        assertThat(broken(new Rule.Ranked(Order.SCORE, TieRule.NONE), assessed("0301", 100, 1, null)))
                .containsExactly("score-known /applications/0/score");
        assertThat(broken(new Rule.ScoreWeighted(), assessed("0301", 100, 1, null)))
                .containsExactly("score-known /applications/0/score");
        assertThat(broken(new Rule.Proportional(), assessed("0301", 100, 1, "-1")))
                .containsExactly("score-not-negative /applications/0/score");
        var whenever = new Application(
                recipient("0301"),
                Kroner.of(1),
                Kroner.of(1),
                Optional.of(1),
                Optional.empty(),
                Kroner.ZERO,
                Optional.empty());
        assertThat(broken(new Rule.Ranked(Order.RANK, TieRule.EARLIEST), whenever))
                .containsExactly("submission-time-known /applications/0/submittedAt");
        assertThat(amounts(divided(RANKED, 1, whenever))).containsExactly(1L);
    }

    @Test
    void theSmallestUsefulAmountIsFromZeroToWhatWasAssessed() {
        assertThat(broken(RANKED, application("0301", 100, 50, 1, null, -1)))
                .containsExactly("smallest-useful-not-negative /applications/0/smallestUseful");
        assertThat(broken(RANKED, application("0301", 100, 50, 1, null, 51)))
                .containsExactly("smallest-useful-within-assessed /applications/0/smallestUseful");
        assertThat(amounts(divided(RANKED, 100, application("0301", 100, 50, 1, null, 50))))
                .containsExactly(50L);
    }

    @Test
    void theFrameIsCheckedWhateverTheModel() {
        var twice = List.of(assessed("0301", 1, 1, null), assessed("0301", 1, 1, null));
        assertThat(faults(new ByApplication(RANKED, twice, 10).divide(Kroner.of(-1))))
                .extracting(fault -> fault.broken().code() + " " + fault.pointer())
                .containsExactly(
                        "budget-not-negative /budget", "unit-in-use /unit", "recipient-only-once /applications/1");
        assertThat(faults(new ByApplication(RANKED, List.of(), 1).divide(Kroner.of(10_000_000_000_001L))))
                .extracting(fault -> fault.broken().code() + " " + fault.pointer())
                .containsExactly("amount-in-range /budget", "someone-to-divide-among /applications");
    }
}
