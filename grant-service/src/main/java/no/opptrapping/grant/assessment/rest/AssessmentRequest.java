package no.opptrapping.grant.assessment.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.CriterionPoints;
import no.opptrapping.grant.assessment.Judgement;
import no.opptrapping.grant.assessment.Recommendation;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of an assessment. */
@Schema(name = "NewAssessment")
record AssessmentRequest(
        @Schema(required = true) ApplicationId applicationId,
        @Schema(required = true) Kroner assessedAmount,

        @Schema(
                description = "Points by each of the award criteria of the rules that the call was announced under;"
                        + " none where they have no criteria",
                maxItems = 20)
        @Size(max = 20)
        @Nullable
        List<@NotNull @Valid CriterionPoints> points,

        @Schema(
                description = "An exact decimal, 0 to 100; only where there are no criteria, for their points give it",
                pattern = "^[0-9]{1,3}(\\.[0-9]{1,2})?$",
                maxLength = 6)
        @Size(max = 40)
        @Pattern(regexp = "-?[0-9]{1,15}(\\.[0-9]{1,12})?", message = "body.not-a-decimal")
        @Nullable
        String score,

        @Schema(minimum = "1", maximum = "100000") @Min(1) @Max(100_000) @Nullable
        Integer rank,

        @Schema(required = true) Recommendation recommendation,

        @Schema(required = true, maxLength = 4000) @Size(max = 4000)
        String reasons,

        @Schema(
                maxLength = 40,
                description = "What it should be rejected for, by its code in the rules that the call was announced"
                        + " under; only in a recommendation to reject, and where the rules have a list")
        @Size(max = 40)
        @Nullable
        String rejectionReason) {
    Judgement judgement() {
        return new Judgement(
                assessedAmount,
                Optional.ofNullable(score).map(BigDecimal::new),
                Optional.ofNullable(rank),
                recommendation,
                reasons,
                Objects.requireNonNullElse(points, List.of()),
                Optional.ofNullable(rejectionReason));
    }
}
