package no.opptrapping.grant.allocation.reserve;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money that is to be awarded to somebody on a call's reserve list: proposed by one person, decided by another.
 *
 * @param office whose frame it is of; empty: of the appropriation
 * @param amount above zero
 * @param passedOver who stood before it and waited
 * @param proposedBy the subject of the person who proposed it, who may not decide it
 */
public record ReserveOffer(
        OfferId id,
        CallId call,
        SchemeId scheme,
        Year year,
        Optional<CountyGovernorOfficeId> office,
        ApplicationId application,
        Kroner amount,
        List<PassedOver> passedOver,
        String proposedBy,
        Instant proposedAt,
        Optional<Decision> decision) {
    public ReserveOffer {
        passedOver = List.copyOf(passedOver);
    }

    /**
     * What was decided of it.
     *
     * @param award the award that was made or increased; empty when it was refused
     * @param reason why it was refused; empty when it was approved
     */
    public record Decision(String by, Instant at, Optional<AwardId> award, Optional<String> reason) {}

    /** How far it has come. */
    @Schema(name = "ReserveOfferState")
    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        /** The award is made, or increased. */
        APPROVED,
        /** Nothing came of it. */
        REFUSED;

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it has come. */
    public State state() {
        return decision.map(one -> one.award().isPresent() ? State.APPROVED : State.REFUSED)
                .orElse(State.PROPOSED);
    }

    ReserveOffer decided(Decision made) {
        return new ReserveOffer(
                id,
                call,
                scheme,
                year,
                office,
                application,
                amount,
                passedOver,
                proposedBy,
                proposedAt,
                Optional.of(made));
    }
}
