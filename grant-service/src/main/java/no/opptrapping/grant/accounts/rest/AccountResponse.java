package no.opptrapping.grant.accounts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import no.opptrapping.grant.accounts.AccountStatus;
import no.opptrapping.grant.accounts.AwardAccount;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account of an award as shown. */
@Schema(name = "AwardAccount")
record AccountResponse(
        @Schema(description = "1 is the one that the award was accepted with")
        int number,

        AccountNumber accountNumber,

        @Schema(description = "Whether the award is paid to it")
        AccountStatus status,

        @Schema(description = "The municipality that held the award when it was stated")
        MunicipalityId holderId,

        String statedBy,
        OrganisationNumber organisationNumber,

        @Schema(description = "When it was stated") Instant statedAt,

        @Schema(description = "Whether a person at the Directorate approves it before it is used")
        boolean needsApproval,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Decision decision) {

    /** What a person at the Directorate said of it; {@code reason} when it is not used. */
    @Schema(name = "AwardAccountDecision")
    record Decision(
            @Schema(description = "When it was approved or refused")
            Instant at,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    static AccountResponse of(AwardAccount account) {
        return new AccountResponse(
                account.number(),
                account.account(),
                account.status(),
                account.holder(),
                account.statedBy(),
                account.statedFor(),
                account.statedAt(),
                account.needsApproval(),
                account.decision()
                        .map(decision ->
                                new Decision(decision.at(), decision.reason().orElse(null)))
                        .orElse(null));
    }
}
