package no.opptrapping.grant.accounts.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an account that was stated is not used. */
@Schema(name = "AwardAccountRefusal")
record RefusalRequest(
        @Schema(required = true, maxLength = 2000) @Size(max = 2000)
        String reason) {}
