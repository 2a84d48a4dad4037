package no.opptrapping.grant.calls.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a call is called off. */
@Schema(name = "CallCancellation")
record CancellationRequest(
        @Schema(required = true, maxLength = 2000, description = "In words, for everybody to read") @Size(max = 2000)
        String reason) {}
