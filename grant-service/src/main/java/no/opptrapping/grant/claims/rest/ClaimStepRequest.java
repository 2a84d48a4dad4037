package no.opptrapping.grant.claims.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.grant.claims.BankCreditId;
import no.opptrapping.grant.claims.Claim;
import no.opptrapping.grant.claims.ClaimId;
import no.opptrapping.grant.claims.EnterStep;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What makes less owed of a claim, as sent. */
@Schema(name = "NewClaimStep")
record ClaimStepRequest(
        @Schema(required = true, description = "What it is") Kind kind,

        @Schema(required = true, minimum = "1", description = "How much less is owed, in whole kroner")
        Kroner amount,

        @Schema(required = true, maxLength = 4000, description = "Why, for the municipality to read") @Size(max = 4000)
        String reason,

        @Schema(description = "The day on which the money came; missing: today") @Nullable
        LocalDate receivedOn,

        @Schema(description = "The line of the bank that the money came with, when it was put aside") @Nullable
        BankCreditId creditId) {
    /** What can be entered by hand. */
    @Schema(name = "NewClaimStepKind")
    enum Kind {
        @JsonProperty("repaid")
        REPAID(Claim.StepKind.REPAID),
        @JsonProperty("lowered")
        LOWERED(Claim.StepKind.LOWERED),
        @JsonProperty("written-off")
        WRITTEN_OFF(Claim.StepKind.WRITTEN_OFF);

        private final Claim.StepKind step;

        Kind(Claim.StepKind step) {
            this.step = step;
        }
    }

    EnterStep.Command command(ClaimId id, String by) {
        return new EnterStep.Command(
                id,
                kind.step,
                amount,
                reason,
                Optional.ofNullable(receivedOn),
                Optional.ofNullable(creditId).map(BankCreditId::value),
                by);
    }
}
