package no.opptrapping.grant.claims.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done with money that was put aside, as sent. */
@Schema(name = "NewBankCreditClosing")
record BankCreditClosingRequest(
        @Schema(required = true, maxLength = 2000, description = "What was done with it") @Size(max = 2000)
        String reason) {}
