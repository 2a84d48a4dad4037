package no.opptrapping.grant.dispensations.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is decided of a dispensation. */
@Schema(name = "DispensationDecision")
record DispensationDecisionRequest(
        @Schema(required = true, description = "Whether the municipality may apply until the proposed deadline")
        @NotNull
        Boolean granted,

        @Schema(required = true, maxLength = 2000, description = "Why, in words") @Size(max = 2000)
        String reason) {}
