package no.opptrapping.grant.calls.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallChange;
import no.opptrapping.grant.calls.CallDocument;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPhase;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.NumberedRound;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call as the API shows it.
 *
 * @param deadline the last instant that is on time
 * @param lastDay the day in Norway that the deadline is on, for people: a deadline at midnight is the end of the day before
 * @param lastTime the last minute of that day, <code>24:00</code> for its end
 */
@Schema(name = "Call")
record CallResponse(
        CallId id,
        SchemeId schemeId,
        int year,
        LocalisedText title,
        LocalDate opensOn,
        Instant deadline,
        LocalDate lastDay,
        String lastTime,
        Kroner budget,
        DivisionRule rule,
        TieRule tieRule,
        boolean smallestUsefulAllowed,
        List<CallDocument> documents,
        CallStatus status,

        @Schema(description = "Where the call is now, by its status and the server's clock")
        CallPhase phase,

        int version,
        @Nullable Instant announcedAt,

        @Schema(
                description = "The version of the scheme's rules that the call was announced under;"
                        + " null while it is a draft")
        @Nullable
        Integer schemeVersion,

        @Schema(description = "What was changed since it was announced, oldest first", maxItems = 100)
        List<Change> changes,

        @Schema(
                description = "The rounds that it is decided in, in their order; none: it is decided as a whole",
                maxItems = 20)
        List<NumberedRound> rounds) {
    /** What was changed, when and why. */
    @Schema(name = "CallChange")
    record Change(
            CallChange.Kind kind,
            Instant at,
            String reason,

            @Schema(description = "The deadline that was; absent when it was not extended")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Instant deadlineBefore) {
        static Change of(CallChange change) {
            return new Change(change.kind(), change.at(), change.reason(), change.deadlineBefore());
        }
    }

    static CallResponse of(Call call, Instant now) {
        var last = LastMoment.of(call.deadline());
        return new CallResponse(
                call.id(),
                call.scheme(),
                call.year().getValue(),
                call.title(),
                call.opensOn(),
                call.deadline(),
                last.day(),
                last.time(),
                call.budget(),
                call.rule(),
                call.tieRule(),
                call.smallestUsefulAllowed(),
                call.documents(),
                call.status(),
                call.phase(now),
                call.version(),
                call.announcement().map(Call.Announcement::at).orElse(null),
                call.schemeVersion().orElse(null),
                call.changes().stream().map(Change::of).toList(),
                call.parts().numbered());
    }
}
