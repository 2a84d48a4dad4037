package no.opptrapping.grant.priornotices.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a municipality says of a prior notice, as sent. */
@Schema(name = "NewPriorNoticeComment")
record PriorNoticeCommentRequest(
        @Schema(required = true, maxLength = 4000, description = "What the municipality has to say") @Size(max = 4000)
        String text,

        @Schema(required = true, maxLength = 200, description = "The person who answers for it") @Size(max = 200)
        String by) {}
