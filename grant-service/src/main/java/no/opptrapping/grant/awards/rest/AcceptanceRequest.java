package no.opptrapping.grant.awards.rest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.opptrapping.grant.awards.PayableAccount;
import no.opptrapping.platform.body.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A municipality's acceptance of an award letter as sent. */
record AcceptanceRequest(
        @NotNull(message = "award.account-number-missing")
        @Size(max = 20)
        @PayableAccount
        @Schema(description = "Eleven digits, the last a check digit by modulus 11", examples = "12345678903")
        String accountNumber,

        @NotNull(message = "award.accepted-by-missing") @Size(max = 200) @Name
        String acceptedBy,

        @NotNull(message = "award.terms-not-accepted") @AssertTrue(message = "award.terms-not-accepted")
        Boolean termsAccepted) {}
