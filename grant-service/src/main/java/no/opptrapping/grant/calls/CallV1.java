package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** What call.v1 carries (contracts/call.v1.schema.json). */
record CallV1(
        CallId callId,
        int version,
        CallStatus status,
        SchemeId schemeId,
        int year,
        LocalisedText title,
        LocalDate opensOn,
        Instant deadline,
        Kroner budget,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer schemeVersion,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Change> changes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NumberedRound> rounds) {
    /** What was changed, and why: a call that is called off is closed, and says so here. */
    record Change(CallChange.Kind kind, Instant at, String reason) {
        static Change of(CallChange change) {
            return new Change(change.kind(), change.at(), change.reason());
        }
    }

    private static CallStatus told(CallStatus status) {
        return status == CallStatus.CANCELLED ? CallStatus.CLOSED : status;
    }

    static OutgoingEvent of(Call call) {
        return new OutgoingEvent(
                "call.v1",
                call.id().toString(),
                "no.opptrapping.call.v1",
                call.id().toString(),
                call.version(),
                new CallV1(
                        call.id(),
                        call.version(),
                        told(call.status()),
                        call.scheme(),
                        call.year().getValue(),
                        call.title(),
                        call.opensOn(),
                        call.deadline(),
                        call.budget(),
                        call.schemeVersion().orElse(null),
                        call.changes().stream().map(Change::of).toList(),
                        call.parts().numbered()));
    }
}
