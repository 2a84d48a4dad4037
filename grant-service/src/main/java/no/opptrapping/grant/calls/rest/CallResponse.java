package no.opptrapping.grant.calls.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallDocument;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.DivisionRule;
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
        int version,
        @Nullable Instant announcedAt) {
    static CallResponse of(Call call) {
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
                call.version(),
                call.announcement().map(Call.Announcement::at).orElse(null));
    }
}
