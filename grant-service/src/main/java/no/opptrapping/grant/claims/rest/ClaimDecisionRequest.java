package no.opptrapping.grant.claims.rest;

import jakarta.validation.constraints.Size;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is decided, as sent. */
@Schema(name = "NewClaimDecision")
record ClaimDecisionRequest(
        @Schema(
                required = true,
                minimum = "0",
                description = "What is claimed, in whole kroner: at most what is proposed; 0: nothing")
        Kroner amount,

        @Schema(required = true, maxLength = 4000, description = "Why, for the municipality to read") @Size(max = 4000)
        String reason,

        @Schema(
                maxLength = 4000,
                description = "What the municipality’s comments are answered; required when it has made any")
        @Size(max = 4000)
        @Nullable
        String answer) {}
