package no.opptrapping.grant.claims.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a municipality is given notice of, as sent. */
@Schema(name = "NewClaimNotice")
record ClaimNoticeRequest(
        @Schema(
                required = true,
                maxLength = 4000,
                description = "What is to be decided and why, for the municipality to read")
        @Size(max = 4000)
        String text) {}
