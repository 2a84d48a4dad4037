package no.opptrapping.grant.allocation.reserve.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.reserve.OfferId;
import no.opptrapping.grant.allocation.reserve.PassedOver;
import no.opptrapping.grant.allocation.reserve.ReserveOffer;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** An offer as stored; only its decision is ever written to it. */
@Entity
@DynamicUpdate
@Table(name = "reserve_offer")
class ReserveOfferEntity {
    @Id
    OfferId id;

    CallId callId;
    SchemeId schemeId;
    Year year;

    @Nullable
    CountyGovernorOfficeId officeId;

    ApplicationId applicationId;
    Kroner amount;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<PassedOver> passedOver;

    @EmbeddedColumnNaming("proposed_%s")
    Act proposed;

    @Nullable
    @EmbeddedColumnNaming("decided_%s")
    Act decided;

    @Nullable
    AwardId awardId;

    @Nullable
    String reason;

    @SuppressWarnings("NullAway.Init")
    protected ReserveOfferEntity() {}

    ReserveOfferEntity(ReserveOffer offer) {
        id = offer.id();
        callId = offer.call();
        schemeId = offer.scheme();
        year = offer.year();
        officeId = offer.office().orElse(null);
        applicationId = offer.application();
        amount = offer.amount();
        passedOver = offer.passedOver();
        proposed = new Act(offer.proposedBy(), offer.proposedAt());
    }

    void take(ReserveOffer.Decision decision) {
        decided = new Act(decision.by(), decision.at());
        awardId = decision.award().orElse(null);
        reason = decision.reason().orElse(null);
    }

    ReserveOffer offer() {
        return new ReserveOffer(
                id,
                callId,
                schemeId,
                year,
                Optional.ofNullable(officeId),
                applicationId,
                amount,
                passedOver,
                proposed.by(),
                proposed.at(),
                Optional.ofNullable(decided)
                        .map(act -> new ReserveOffer.Decision(
                                act.by(), act.at(), Optional.ofNullable(awardId), Optional.ofNullable(reason))));
    }
}
