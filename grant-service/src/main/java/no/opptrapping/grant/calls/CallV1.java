package no.opptrapping.grant.calls;

import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

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
        Kroner budget) {
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
                        call.status(),
                        call.scheme(),
                        call.year().getValue(),
                        call.title(),
                        call.opensOn(),
                        call.deadline(),
                        call.budget()));
    }
}
