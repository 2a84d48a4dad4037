package no.opptrapping.grant.timelines.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.timelines.CallTimeline;
import no.opptrapping.grant.timelines.TimelineStep;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A timeline as the API shows it. */
@Schema(name = "CallTimeline")
record TimelineResponse(
        CallId callId,

        @Schema(description = "The day in Norway of the call's deadline, that all days are counted from")
        LocalDate lastDay,

        @Schema(maxItems = 4, description = "Each step, in their order")
        List<StepResponse> steps) {
    /** A step of it. */
    @Schema(name = "CallTimelineStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepResponse(
            @Schema(description = "What municipalities wait for")
            TimelineStep step,

            @Schema(minimum = "0", description = "How many have come so far")
            long done,

            @Schema(description = "So many days half of them took at most; absent when nobody has come so far")
            @Nullable
            Integer medianDays,

            @Schema(description = "So many days nine of ten took at most; absent when nobody has come so far") @Nullable
            Integer slowestTenthDays,

            @Schema(minimum = "0", description = "How many wait for it now")
            long waiting,

            @Schema(description = "Whether somebody waits for it now")
            boolean somebodyWaits,

            @Schema(description = "So many days the one that waits longest has waited; absent when nobody waits")
            @Nullable
            Integer oldestWaitingDays) {
        static StepResponse of(CallTimeline.Measured measured) {
            return new StepResponse(
                    measured.step(),
                    measured.done(),
                    measured.median().orElse(null),
                    measured.slowestTenth().orElse(null),
                    measured.waiting(),
                    measured.waiting() > 0,
                    measured.oldestWaiting().orElse(null));
        }
    }

    static TimelineResponse of(CallTimeline timeline) {
        return new TimelineResponse(
                timeline.call(),
                timeline.lastDay(),
                timeline.steps().stream().map(StepResponse::of).toList());
    }
}
