package no.opptrapping.grant.assessment.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.Judgement;
import no.opptrapping.grant.assessment.Recommendation;
import no.opptrapping.platform.body.BodyReader;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * An assessment read out of a request.
 *
 * @param faults when there are any the rest is not to be used
 */
record AssessmentBody(Optional<ApplicationId> application, Judgement judgement, List<BrokenRule> faults) {
    static AssessmentBody read(@Nullable JsonNode json) {
        var body = BodyReader.of(json).require("applicationId", "assessedAmount", "recommendation", "reasons");
        var application = body.parsed("applicationId", "assessment.application-unknown", ApplicationId::parse);
        var judgement = new Judgement(
                body.kroner("assessedAmount").orElse(Kroner.ZERO),
                body.decimal("score"),
                body.integer("rank", 1, 100_000),
                body.parsed("recommendation", "assessment.recommendation-unknown", Recommendation::parse)
                        .orElse(Recommendation.REJECT),
                body.text("reasons", 4000).orElse(""));
        return new AssessmentBody(application, judgement, body.faults());
    }
}
