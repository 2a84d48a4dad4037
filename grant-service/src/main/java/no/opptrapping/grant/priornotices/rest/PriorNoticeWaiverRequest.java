package no.opptrapping.grant.priornotices.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a municipality has no more to say of a prior notice, as sent. */
@Schema(name = "NewPriorNoticeWaiver")
record PriorNoticeWaiverRequest(
        @Schema(required = true, maxLength = 200, description = "The person who answers for it") @Size(max = 200)
        String by) {}
