package no.opptrapping.grant.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** What the world is told of a claim: contracts/claim.v1.schema.json. */
record ClaimV1(
        ClaimId claimId,
        long version,
        Claim.State state,
        Claim.Cause cause,
        AwardId awardId,
        String awardReference,
        SchemeId schemeId,
        String schemeCode,
        int year,
        Municipality recipient,
        Kroner claimed,
        Kroner repaid,
        Kroner writtenOff,
        Kroner outstanding,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate dueOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Municipality holder) {
    static final String TOPIC = "claim.v1";

    record Municipality(MunicipalityId municipalityId, MunicipalityNumber number, String name) {
        static Municipality of(Award.Recipient one) {
            return new Municipality(one.municipality(), one.number(), one.name());
        }
    }

    static OutgoingEvent event(Claim one, Award award) {
        return new OutgoingEvent(
                TOPIC,
                award.id().toString(),
                "no.opptrapping." + TOPIC,
                one.id().toString(),
                one.version(),
                of(one, award));
    }

    static ClaimV1 of(Claim one, Award award) {
        return new ClaimV1(
                one.id(),
                one.version(),
                one.state(),
                one.cause(),
                award.id(),
                award.reference(),
                one.scheme(),
                award.purpose().code(),
                one.year().getValue(),
                Municipality.of(award.recipient()),
                one.claimed(),
                one.met(),
                one.writtenOff(),
                one.outstanding(),
                one.dueOn().orElse(null),
                award.takeovers().isEmpty() ? null : Municipality.of(award.holder()));
    }
}
