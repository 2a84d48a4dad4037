package no.opptrapping.grant.assessment.rest;

import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.Recommendation;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of an assessment, for the API's description: {@link AssessmentBody} reads it so that all faults are found. */
@Schema(name = "NewAssessment")
record AssessmentRequest(
        @Schema(required = true) ApplicationId applicationId,
        @Schema(required = true) Kroner assessedAmount,

        @Schema(description = "An exact decimal, 0 to 100", pattern = "^[0-9]{1,3}(\\.[0-9]{1,2})?$", maxLength = 6)
        @Nullable
        String score,

        @Schema(minimum = "1", maximum = "100000") @Nullable Integer rank,
        @Schema(required = true) Recommendation recommendation,
        @Schema(required = true, maxLength = 4000) String reasons) {}
