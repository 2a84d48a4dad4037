package no.opptrapping.grant.frames.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import no.opptrapping.grant.frames.FrameChange;
import no.opptrapping.grant.frames.FrameChangeId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of frames as shown; to a county governor with the lines of its own offices. */
@Schema(name = "FrameChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FrameChangeResponse(
        FrameChangeId id,
        SchemeId schemeId,
        @Schema(description = "The budget year") int year,
        @Schema(description = "What kind of change it is") FrameChange.Kind kind,
        @Schema(description = "How far it has come") FrameChange.Status status,
        String reason,

        @Schema(description = "The run whose amounts the frames become") @Nullable
        UUID runId,

        @Schema(description = "From that day what is unused of the frames flows back by itself") @Nullable
        LocalDate unusedBackOn,

        @Schema(maxItems = 100) List<Line> lines,
        String proposedBy,
        @Schema(description = "When it was proposed") Instant proposedAt,
        @Nullable String decidedBy,

        @Schema(description = "When it was adopted or rejected") @Nullable
        Instant decidedAt) {
    /** What changes for an office. */
    @Schema(name = "FrameChangeLine")
    record Line(
            CountyGovernorOfficeId countyGovernorOfficeId,

            @Schema(description = "What the office is called today")
            String name,

            @Schema(description = "Whole kroner, signed") Kroner amount) {}

    /**
     * The change.
     *
     * @param ofItself the words for why what is unused on the day flows back
     */
    static FrameChangeResponse of(
            FrameChange change, Function<CountyGovernorOfficeId, String> names, Function<LocalDate, String> ofItself) {
        return new FrameChangeResponse(
                change.id(),
                change.scheme(),
                change.year().getValue(),
                change.kind(),
                change.status(),
                change.kind() == FrameChange.Kind.FLOW_BACK
                        ? ofItself.apply(change.unusedBackOn()
                                .orElseGet(
                                        () -> BusinessDates.of(change.proposed().at())))
                        : change.reason(),
                change.run().orElse(null),
                change.unusedBackOn().orElse(null),
                change.lines().stream()
                        .map(line -> new Line(line.office(), names.apply(line.office()), line.amount()))
                        .toList(),
                change.proposed().by(),
                change.proposed().at(),
                change.decided().map(FrameChange.Act::by).orElse(null),
                change.decided().map(FrameChange.Act::at).orElse(null));
    }
}
