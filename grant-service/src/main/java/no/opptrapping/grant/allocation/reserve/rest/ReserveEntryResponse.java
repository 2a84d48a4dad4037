package no.opptrapping.grant.allocation.reserve.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.opptrapping.grant.allocation.reserve.ReserveEntry;
import no.opptrapping.grant.allocation.reserve.SeeReserve;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody on a reserve list, as the API shows it. */
@Schema(name = "ReserveEntry")
record ReserveEntryResponse(
        @Schema(description = "Its place on the list of the call, or of its county governor's office, from 1")
        int place,

        ApplicationId applicationId,
        @Schema(maxLength = 20) String reference,
        MunicipalityId municipalityId,
        MunicipalityNumber number,

        @Schema(description = "The call's round that it was in; absent of a call that was decided as a whole")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer round,

        @Schema(description = "The county governor's office on whose list it is; absent where the Directorate decides")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        CountyGovernorOfficeId countyGovernorOfficeId,

        RunId runId,

        @Schema(description = "What it would have got if the money had reached, in whole kroner")
        Kroner due,

        @Schema(description = "What it has been awarded by now, in whole kroner")
        Kroner awarded,

        @Schema(description = "The least that is of use to it, in whole kroner")
        Kroner least,

        @Schema(
                description =
                        "Whether it waits, is proposed, has all it was due, or has turned its award down or let it lapse")
        ReserveEntry.State state,

        @Schema(maxItems = 100, description = "Why it was passed over, oldest first")
        List<String> passedOver) {
    static ReserveEntryResponse of(SeeReserve.Line line) {
        var entry = line.entry();
        return new ReserveEntryResponse(
                entry.place(),
                entry.id(),
                entry.application().reference(),
                entry.municipality(),
                new MunicipalityNumber(entry.application().number()),
                entry.round().orElse(null),
                entry.office().orElse(null),
                entry.run(),
                entry.due(),
                entry.awarded(),
                entry.least(),
                entry.state(),
                line.passedOver());
    }
}
