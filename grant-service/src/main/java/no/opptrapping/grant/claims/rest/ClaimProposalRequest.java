package no.opptrapping.grant.claims.rest;

import jakarta.validation.constraints.Size;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is proposed, as sent. */
@Schema(name = "NewClaimProposal")
record ClaimProposalRequest(
        @Schema(required = true, minimum = "0", description = "What is to be claimed, in whole kroner; 0: nothing")
        Kroner amount,

        @Schema(required = true, maxLength = 4000, description = "Why, for whoever decides") @Size(max = 4000)
        String reason) {}
