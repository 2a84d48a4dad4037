package no.opptrapping.grant.awards.rest;

import jakarta.validation.constraints.Size;
import no.opptrapping.platform.body.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A municipality's no to an award. */
@Schema(name = "Declination")
record DeclinationRequest(
        @Schema(required = true, maxLength = 200) @Size(max = 200) @Name
        String declinedBy,

        @Schema(required = true, maxLength = 2000) @Size(max = 2000)
        String reason) {}
