package no.opptrapping.grant.dispensations.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.dispensations.Dispensation;
import no.opptrapping.grant.dispensations.DispensationId;
import no.opptrapping.grant.dispensations.SeeDispensations;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dispensation as the API shows it. */
@Schema(name = "Dispensation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DispensationResponse(
        DispensationId id,
        CallId callId,

        @Schema(description = "Who answers for the municipality today; absent while that is not known") @Nullable
        Applicant municipality,

        @Schema(description = "Whether it waits for a second person, is granted or is refused")
        Dispensation.State state,

        @Schema(description = "The last instant that is on time for the municipality, once it is granted")
        Instant until,

        @Schema(description = "The day in Norway that this is on")
        LocalDate lastDay,

        @Schema(maxLength = 8, description = "The last minute of that day, 24:00 for its end")
        String lastTime,

        @Schema(maxLength = 2000) String reason,

        @Schema(description = "The outage of ours that it is proposed for; absent when it is for another reason")
        @Nullable
        UUID outageId,

        @Schema(description = "The instant of the proposal (UTC)")
        Instant proposedAt,

        @Schema(description = "The instant of the decision (UTC); absent until it is decided") @Nullable
        Instant decidedAt,

        @Schema(maxLength = 2000, description = "Why it was decided so; absent until it is") @Nullable
        String decisionReason) {
    /** Whom it is for. */
    @Schema(name = "DispensationMunicipality")
    record Applicant(
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name) {}

    static DispensationResponse of(SeeDispensations.Seen seen) {
        var one = seen.dispensation();
        var last = LastMoment.of(one.until());
        return new DispensationResponse(
                one.id(),
                one.call(),
                seen.municipality()
                        .map(known -> new Applicant(known.number(), known.name()))
                        .orElse(null),
                one.state(),
                one.until(),
                last.day(),
                last.time(),
                one.reason(),
                one.outage().orElse(null),
                one.proposedAt(),
                one.decision().map(Dispensation.Decision::at).orElse(null),
                one.decision().map(Dispensation.Decision::reason).orElse(null));
    }
}
