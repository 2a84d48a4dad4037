package no.opptrapping.grant.frames.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.frames.FrameChange;
import no.opptrapping.grant.frames.ProposeFrames;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a change of frames. */
@Schema(name = "NewFrameChange")
record FrameChangeRequest(
        @Schema(required = true) SchemeId schemeId,

        @Schema(required = true, minimum = "2000", maximum = "2100", description = "The budget year")
        @NotNull
        @Min(2000)
        @Max(2100)
        Integer year,

        @Schema(
                description =
                        "The frames become what this run gives the offices' municipalities; not together with lines")
        @Nullable
        UUID runId,

        @Schema(maxItems = 100, description = "What is to change; not together with a run") @Size(max = 100) @Nullable
        List<@NotNull @Valid Line> lines,

        @Schema(required = true, maxLength = 2000) @Size(max = 2000)
        String reason,

        @Schema(
                description =
                        "From that day what is unused of the frames flows back by itself; missing: as was decided before")
        @Nullable
        LocalDate unusedBackOn) {
    /** So much more for an office, or less. */
    @Schema(name = "NewFrameChangeLine")
    record Line(
            @Schema(required = true) CountyGovernorOfficeId countyGovernorOfficeId,

            @Schema(required = true, description = "Whole kroner, signed; not zero")
            Kroner amount) {}

    ProposeFrames.Command command(Caller.Staff by) {
        return new ProposeFrames.Command(
                schemeId,
                Year.of(year),
                Optional.ofNullable(runId),
                Objects.requireNonNullElse(lines, List.<Line>of()).stream()
                        .map(line -> new FrameChange.Line(line.countyGovernorOfficeId(), line.amount()))
                        .toList(),
                reason,
                Optional.ofNullable(unusedBackOn),
                by);
    }
}
