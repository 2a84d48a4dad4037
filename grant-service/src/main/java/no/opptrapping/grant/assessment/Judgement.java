package no.opptrapping.grant.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemerules.AwardCriterion;
import no.opptrapping.platform.values.Kroner;

/**
 * What an adviser thinks of an application.
 *
 * @param assessed what the application is worth; zero when it should be rejected
 * @param points by each of the scheme's award criteria; none where the scheme's rules have no criteria
 * @param score 0 to 100 with at most two decimals; what the points give, where there are criteria
 * @param rank 1 is first
 * @param reasons in words, for the case file and the letter
 * @param rejectionReason what it should be rejected for, by its code in the scheme's rules; empty where they have no list
 */
public record Judgement(
        Kroner assessed,
        Optional<BigDecimal> score,
        Optional<Integer> rank,
        Recommendation recommendation,
        String reasons,
        List<CriterionPoints> points,
        Optional<String> rejectionReason) {
    /** A judgement under rules that have no list of reasons for rejection. */
    public Judgement(
            Kroner assessed,
            Optional<BigDecimal> score,
            Optional<Integer> rank,
            Recommendation recommendation,
            String reasons,
            List<CriterionPoints> points) {
        this(assessed, score, rank, recommendation, reasons, points, Optional.empty());
    }

    public Judgement {
        points = List.copyOf(points);
    }

    /** The judgement with the score that its points give by the criteria; as it is where there are none. */
    Judgement scoredBy(List<AwardCriterion> criteria) {
        return criteria.isEmpty()
                ? this
                : new Judgement(
                        assessed, Scoring.of(points, criteria), rank, recommendation, reasons, points, rejectionReason);
    }
}
