package no.opptrapping.grant.claims.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.grant.claims.BankCredit;
import no.opptrapping.grant.claims.BankCreditId;
import no.opptrapping.grant.claims.ClaimId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that has come to the account, as the API shows it. */
@Schema(name = "BankCredit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BankCreditResponse(
        BankCreditId id,

        @Schema(maxLength = 140, description = "What the payer gives as its reference; empty when nothing")
        String reference,

        @Schema(description = "What has come") Ore amount,

        @Schema(description = "The day on which it was booked")
        LocalDate bookedOn,

        @Schema(maxLength = 100, description = "What the bank calls it")
        String bankReference,

        @Schema(maxLength = 140, description = "What the bank calls whoever paid; empty when it does not say")
        String payer,

        @Schema(description = "Why a person is to place it; absent when it is placed")
        BankCredit.@Nullable Aside aside,

        @Schema(description = "The claim whose KID it has") @Nullable
        ClaimId claimId,

        @Schema(description = "What it is more than was owed of the claim, in whole kroner") @Nullable
        Kroner surplus,

        @Schema(description = "What of it is placed on claims or waits to be, in whole kroner")
        Kroner placed,

        @Schema(description = "What was done with what is not placed; absent until it is said") @Nullable
        Closing closing,

        @Schema(description = "The instant at which it was read (UTC)")
        Instant readAt) {
    /** What was done with it. */
    @Schema(name = "BankCreditClosing")
    record Closing(
            @Schema(maxLength = 2000) String reason,
            @Schema(description = "The instant of it (UTC)") Instant at) {}

    static BankCreditResponse of(BankCredit one) {
        return new BankCreditResponse(
                one.id(),
                one.reference(),
                one.amount(),
                one.bookedOn(),
                one.bankReference(),
                one.payer(),
                one.aside().orElse(null),
                one.claim().orElse(null),
                one.surplus().orElse(null),
                one.placed(),
                one.closing()
                        .map(closing -> new Closing(closing.reason(), closing.at()))
                        .orElse(null),
                one.readAt());
    }
}
