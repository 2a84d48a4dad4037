package no.opptrapping.grant.assessment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.Assessment;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.assessment.CriterionPoints;
import no.opptrapping.grant.assessment.Recommendation;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assessment as the API shows it; the score is an exact decimal. */
@Schema(name = "Assessment")
record AssessmentResponse(
        AssessmentId id,
        ApplicationId applicationId,
        CallId callId,
        Kroner assessedAmount,

        @Schema(description = "Points by each award criterion; none where there are no criteria", maxItems = 20)
        List<CriterionPoints> points,

        @Nullable String score,
        @Nullable Integer rank,
        Recommendation recommendation,
        String reasons,

        @Schema(
                description = "The code of a reason in the scheme's rules; missing where none was chosen",
                maxLength = 40)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String rejectionReason,

        int version,
        String assessedBy,
        Instant assessedAt) {
    static AssessmentResponse of(Assessment assessment) {
        var judgement = assessment.judgement();
        return new AssessmentResponse(
                assessment.id(),
                assessment.application(),
                assessment.call(),
                judgement.assessed(),
                judgement.points(),
                judgement
                        .score()
                        .map(score -> score.stripTrailingZeros().toPlainString())
                        .orElse(null),
                judgement.rank().orElse(null),
                judgement.recommendation(),
                judgement.reasons(),
                judgement.rejectionReason().orElse(null),
                assessment.version(),
                assessment.by(),
                assessment.at());
    }
}
