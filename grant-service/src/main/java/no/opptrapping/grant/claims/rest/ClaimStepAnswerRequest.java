package no.opptrapping.grant.claims.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What another person says of a step, as sent. */
@Schema(name = "NewClaimStepAnswer")
record ClaimStepAnswerRequest(
        @Schema(required = true, description = "Whether it is agreed to")
        Boolean granted,

        @Schema(maxLength = 4000, description = "Why; required for a no") @Size(max = 4000) @Nullable
        String reason) {}
