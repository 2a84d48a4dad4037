package no.opptrapping.grant.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.schemerules.AwardCriterion;
import no.opptrapping.grant.schemerules.RejectionReason;
import no.opptrapping.platform.problems.BrokenRule;

/** Every rule that an assessment must keep. */
final class JudgementRules {
    private static final BigDecimal HIGHEST_SCORE = new BigDecimal("100");

    private JudgementRules() {}

    static List<BrokenRule> brokenBy(
            Judgement written,
            Application application,
            Call call,
            List<AwardCriterion> criteria,
            List<RejectionReason> rejectionReasons) {
        var broken = new ArrayList<>(Scoring.brokenBy(written, criteria));
        var judgement = written.scoredBy(criteria);
        switch (judgement.recommendation()) {
            case APPROVE -> checkApproval(judgement, application, broken);
            case REJECT -> {
                if (!judgement.assessed().isZero()) {
                    broken.add(BrokenRule.of("assessment.rejected-with-an-amount", "/assessedAmount"));
                }
            }
        }
        if (criteria.isEmpty() && judgement.recommendation() == Recommendation.APPROVE) {
            checkOrder(judgement, call, broken);
        }
        judgement
                .score()
                .filter(score -> score.signum() < 0
                        || score.compareTo(HIGHEST_SCORE) > 0
                        || score.stripTrailingZeros().scale() > 2)
                .ifPresent(score -> broken.add(BrokenRule.of("assessment.score-out-of-range", "/score")));
        checkRejectionReason(judgement, rejectionReasons, broken);
        if (judgement.reasons().isBlank()) {
            broken.add(BrokenRule.of("assessment.reasons-missing", "/reasons"));
        }
        broken.sort(Comparator.comparing(BrokenRule::pointer));
        return List.copyOf(broken);
    }

    private static void checkRejectionReason(
            Judgement judgement, List<RejectionReason> listed, List<BrokenRule> broken) {
        var codes = listed.stream().map(RejectionReason::code).toList();
        var chosen = judgement.rejectionReason();
        var pointer = "/rejectionReason";
        if (codes.isEmpty() || judgement.recommendation() != Recommendation.REJECT) {
            chosen.ifPresent(_ -> broken.add(BrokenRule.of("assessment.rejection-reason-not-asked", pointer)));
        } else if (chosen.isEmpty()) {
            broken.add(BrokenRule.of("assessment.rejection-reason-missing", pointer, "reasons", codes));
        } else if (!codes.contains(chosen.get())) {
            broken.add(BrokenRule.of(
                    "assessment.rejection-reason-unknown", pointer, "reason", chosen.get(), "reasons", codes));
        }
    }

    private static void checkApproval(Judgement judgement, Application application, List<BrokenRule> broken) {
        var assessed = judgement.assessed();
        var asked = application.asked();
        var smallest = application.content().smallestUseful();
        if (!assessed.isPositive()) {
            broken.add(BrokenRule.of("assessment.amount-not-positive", "/assessedAmount", "amount", assessed));
        } else if (assessed.compareTo(asked) > 0) {
            broken.add(BrokenRule.of(
                    "assessment.amount-above-asked", "/assessedAmount", "amount", assessed, "asked", asked));
        } else if (assessed.compareTo(smallest) < 0) {
            broken.add(BrokenRule.of(
                    "assessment.amount-below-smallest-useful",
                    "/assessedAmount",
                    "amount",
                    assessed,
                    "smallestUseful",
                    smallest));
        }
    }

    /** What the call divides by; where there are criteria, their points give it. */
    private static void checkOrder(Judgement judgement, Call call, List<BrokenRule> broken) {
        if (call.rule() == DivisionRule.RANKED
                && judgement.rank().isEmpty()
                && judgement.score().isEmpty()) {
            broken.add(BrokenRule.of("assessment.rank-or-score-missing", "/rank"));
        }
        if (call.rule() == DivisionRule.SCORE_WEIGHTED
                && judgement.score().filter(score -> score.signum() > 0).isEmpty()) {
            broken.add(BrokenRule.of("assessment.score-missing", "/score"));
        }
    }
}
