package no.opptrapping.grant.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import no.opptrapping.grant.schemerules.AwardCriterion;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** The score follows from the points and the published weights, and from nothing else. */
class ScoringTest {
    private static final List<AwardCriterion> NEED_AND_PLAN =
            List.of(criterion("need", 6, 60), criterion("plan", 7, 40));

    @Test
    void eachCriterionCountsByItsWeightAndItsPointsOfTheHighest() {
        // 60 x 5/6 + 40 x 3/7 = 50 + 17.142857...
        assertThat(score(5, 3)).contains(new BigDecimal("67.14"));
        assertThat(score(6, 7)).contains(new BigDecimal("100.00"));
        assertThat(score(0, 0)).contains(new BigDecimal("0.00"));
    }

    @Test
    void isRoundedOnceHalfUp() {
        // 1/8 of 1 percent twice is 0.25; each part rounded by itself would be 0.13 twice, 0.26.
        var criteria = List.of(criterion("a", 8, 1), criterion("b", 8, 1), criterion("c", 1, 98));
        assertThat(Scoring.of(points("a", 1, "b", 1, "c", 0), criteria)).contains(new BigDecimal("0.25"));
        assertThat(Scoring.of(points("a", 1, "b", 0, "c", 0), criteria)).contains(new BigDecimal("0.13"));
    }

    @Test
    void thereIsNoneBeforeEveryCriterionHasItsPoints() {
        assertThat(Scoring.of(points("need", 5), NEED_AND_PLAN)).isEmpty();
        assertThat(Scoring.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void everyFaultIsTold() {
        assertThat(broken(points("need", 7, "need", 1, "other", 1), Optional.of(new BigDecimal("50"))))
                .containsExactly(
                        "/points/0/points assessment.points-out-of-range",
                        "/points/1/criterion assessment.criterion-twice",
                        "/points/2/criterion assessment.criterion-unknown",
                        "/score assessment.score-is-computed",
                        "/points assessment.criterion-missing");
        assertThat(broken(points("need", 6, "plan", 7), Optional.empty())).isEmpty();
    }

    @Test
    void isFromZeroToAHundredAndGrowsWithEveryPoint() {
        var seed = Long.getLong("scoring.seed", System.nanoTime());
        System.out.println("ScoringTest: -Dscoring.seed=" + seed);
        var random = new Random(seed);
        for (var n = 0; n < 2_000; n++) {
            var first = 1 + random.nextInt(99);
            var criteria = List.of(
                    criterion("a", 1 + random.nextInt(100), first),
                    criterion("b", 1 + random.nextInt(100), 100 - first));
            var a = random.nextInt(criteria.getFirst().highest());
            var b = random.nextInt(criteria.getLast().highest() + 1);
            var score = Scoring.of(points("a", a, "b", b), criteria).orElseThrow();
            assertThat(score).isBetween(BigDecimal.ZERO, new BigDecimal("100"));
            assertThat(Scoring.of(points("a", a + 1, "b", b), criteria).orElseThrow())
                    .isGreaterThanOrEqualTo(score);
        }
    }

    private static Optional<BigDecimal> score(int need, int plan) {
        return Scoring.of(points("need", need, "plan", plan), NEED_AND_PLAN);
    }

    private static List<String> broken(List<CriterionPoints> points, Optional<BigDecimal> score) {
        var judgement =
                new Judgement(Kroner.of(1), score, Optional.empty(), Recommendation.APPROVE, "Godt begrunnet.", points);
        return Scoring.brokenBy(judgement, NEED_AND_PLAN).stream()
                .map(rule -> rule.pointer() + " " + rule.code())
                .toList();
    }

    private static AwardCriterion criterion(String code, int highest, int weight) {
        return new AwardCriterion(code, new LocalisedText(code, code, code), highest, weight, null);
    }

    private static List<CriterionPoints> points(Object... codesAndPoints) {
        return IntStream.range(0, codesAndPoints.length / 2)
                .mapToObj(i -> CriterionPoints.of((String) codesAndPoints[2 * i], (Integer) codesAndPoints[2 * i + 1]))
                .toList();
    }
}
