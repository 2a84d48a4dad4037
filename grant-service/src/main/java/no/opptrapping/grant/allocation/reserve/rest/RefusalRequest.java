package no.opptrapping.grant.allocation.reserve.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an offer is refused. */
@Schema(name = "ReserveOfferRefusal")
record RefusalRequest(
        @Schema(required = true, maxLength = 1000, description = "In words") @Size(max = 1000)
        String reason) {}
