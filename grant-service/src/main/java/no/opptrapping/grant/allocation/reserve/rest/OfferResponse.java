package no.opptrapping.grant.allocation.reserve.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.allocation.reserve.OfferId;
import no.opptrapping.grant.allocation.reserve.PassedOver;
import no.opptrapping.grant.allocation.reserve.ReserveOffer;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An offer from a reserve list, as the API shows it. */
@Schema(name = "ReserveOffer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferResponse(
        OfferId id,
        CallId callId,
        ApplicationId applicationId,

        @Schema(description = "What it is to be awarded, in whole kroner, above zero")
        Kroner amount,

        @Schema(maxItems = 500, description = "Who stood before it and waited, and why each is passed over")
        List<PassedOver> passedOver,

        @Schema(description = "Whether it waits for a second person, is an award, or came to nothing")
        ReserveOffer.State state,

        @Schema(maxLength = 200) String proposedBy,

        @Schema(description = "The instant at which it was proposed (UTC)")
        Instant proposedAt,

        @Schema(maxLength = 200) @Nullable String decidedBy,

        @Schema(description = "The instant at which a second person decided it (UTC)") @Nullable
        Instant decidedAt,

        @Nullable AwardId awardId,

        @Schema(maxLength = 1000, description = "Why it was refused") @Nullable
        String reason) {
    static OfferResponse of(ReserveOffer offer) {
        var decision = offer.decision();
        return new OfferResponse(
                offer.id(),
                offer.call(),
                offer.application(),
                offer.amount(),
                offer.passedOver(),
                offer.state(),
                offer.proposedBy(),
                offer.proposedAt(),
                decision.map(ReserveOffer.Decision::by).orElse(null),
                decision.map(ReserveOffer.Decision::at).orElse(null),
                decision.flatMap(ReserveOffer.Decision::award).orElse(null),
                decision.flatMap(ReserveOffer.Decision::reason).orElse(null));
    }
}
