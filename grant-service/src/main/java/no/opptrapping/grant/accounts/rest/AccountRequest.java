package no.opptrapping.grant.accounts.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.opptrapping.grant.awards.PayableAccount;
import no.opptrapping.platform.body.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another account for an award, as sent. */
@Schema(name = "AwardAccountRequest")
record AccountRequest(
        @NotNull(message = "award.account-number-missing")
        @Size(max = 20)
        @PayableAccount
        @Schema(description = "Eleven digits, the last a check digit by modulus 11", examples = "12345678903")
        String accountNumber,

        @Schema(required = true, maxLength = 200, description = "The person who signs for the municipality")
        @Size(max = 200)
        @Name
        String statedBy) {}
