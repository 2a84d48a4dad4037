package no.opptrapping.grant.dispensations.rest;

import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.dispensations.ProposeDispensation;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of a dispensation that is proposed. */
@Schema(name = "NewDispensation")
record DispensationRequest(
        @Schema(required = true) CallId callId,

        @Schema(required = true, description = "The number of the municipality today")
        MunicipalityNumber municipality,

        @Schema(
                required = true,
                maxLength = 40,
                description = "The last instant that is on time for the municipality, with its offset from UTC")
        OffsetDateTime until,

        @Schema(required = true, maxLength = 2000, description = "Why, in words") @Size(max = 2000)
        String reason) {
    ProposeDispensation.Command command() {
        return new ProposeDispensation.Command(
                callId, municipality, until.toInstant().truncatedTo(ChronoUnit.MICROS), reason);
    }
}
