package no.opptrapping.grant.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.platform.values.Kroner;

/**
 * What an adviser thinks of several applications alike: each is recommended for all that it asks for, or for nothing.
 *
 * @param score 0 to 100; only where the scheme's rules have no criteria
 * @param points by each of the scheme's award criteria
 * @param reasons in words, the same for all
 * @param rejectionReason what they should be rejected for, by its code in the rules; only where those have a list
 */
public record GeneralJudgement(
        Recommendation recommendation,
        String reasons,
        Optional<BigDecimal> score,
        List<CriterionPoints> points,
        Optional<String> rejectionReason) {
    public GeneralJudgement {
        points = List.copyOf(points);
    }

    /** What it says of one of them. */
    Judgement of(Application application) {
        return new Judgement(
                recommendation == Recommendation.APPROVE ? application.asked() : Kroner.ZERO,
                score,
                Optional.empty(),
                recommendation,
                reasons,
                points,
                rejectionReason);
    }
}
