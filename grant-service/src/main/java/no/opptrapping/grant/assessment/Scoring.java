package no.opptrapping.grant.assessment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.schemerules.AwardCriterion;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * The score by the award criteria that the scheme's rules publish: each criterion's points as a part of its highest,
 * times its weight, summed exactly and rounded once, half up, to two decimals; 0 to 100.
 */
final class Scoring {
    private static final int DECIMALS = 2;

    private Scoring() {}

    /** The score; empty when not every criterion has its points, or there are no criteria. */
    static Optional<BigDecimal> of(List<CriterionPoints> given, List<AwardCriterion> criteria) {
        Map<String, Integer> points = given.stream()
                .collect(Collectors.toMap(CriterionPoints::criterion, CriterionPoints::points, (one, other) -> one));
        if (criteria.isEmpty() || !criteria.stream().allMatch(one -> points.containsKey(one.code()))) {
            return Optional.empty();
        }
        var whole = criteria.stream()
                .map(one -> BigInteger.valueOf(one.highest()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        var sum = criteria.stream()
                .map(one -> whole.divide(BigInteger.valueOf(one.highest()))
                        .multiply(BigInteger.valueOf((long) one.weight() * points.getOrDefault(one.code(), 0))))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return Optional.of(new BigDecimal(sum).divide(new BigDecimal(whole), DECIMALS, RoundingMode.HALF_UP));
    }

    /** Every rule that the points break; where there are criteria, nobody writes the score by hand. */
    static List<BrokenRule> brokenBy(Judgement judgement, List<AwardCriterion> criteria) {
        var broken = new ArrayList<BrokenRule>();
        var byCode = criteria.stream().collect(Collectors.toMap(AwardCriterion::code, Function.identity()));
        var seen = new HashSet<String>();
        for (var i = 0; i < judgement.points().size(); i++) {
            var given = judgement.points().get(i);
            var criterion = byCode.get(given.criterion());
            if (criterion == null) {
                broken.add(BrokenRule.of("assessment.criterion-unknown", "/points/" + i + "/criterion"));
            } else if (!seen.add(given.criterion())) {
                broken.add(BrokenRule.of("assessment.criterion-twice", "/points/" + i + "/criterion"));
            } else if (given.points() < 0 || given.points() > criterion.highest()) {
                broken.add(BrokenRule.of(
                        "assessment.points-out-of-range", "/points/" + i + "/points", "highest", criterion.highest()));
            }
            if (criterion != null && criterion.asksReason() && isWithoutReason(given)) {
                broken.add(BrokenRule.of("assessment.reason-demanded", "/points/" + i + "/reason"));
            }
        }
        if (!criteria.isEmpty() && judgement.score().isPresent()) {
            broken.add(BrokenRule.of("assessment.score-is-computed", "/score"));
        }
        if (judgement.recommendation() == Recommendation.APPROVE) {
            criteria.stream()
                    .map(AwardCriterion::code)
                    .filter(code -> !seen.contains(code))
                    .forEach(code ->
                            broken.add(BrokenRule.of("assessment.criterion-missing", "/points", "criterion", code)));
        }
        return broken;
    }

    private static boolean isWithoutReason(CriterionPoints given) {
        return given.reason() == null || given.reason().isBlank();
    }
}
