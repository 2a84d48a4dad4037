package no.opptrapping.grant.announcements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * What anybody can know of a call: a forecast of it, and from its announcement on the call itself, with one identity.
 *
 * @param budget what it has to give; empty for a forecast that does not say
 * @param publishedAt when anybody could know of it first
 * @param changedAt when it was changed last
 * @param sequence grows by each change, also from the forecast to the call
 * @param correction whether it was changed since it was announced without being called off
 * @param reason why it was changed last; empty when it was not
 */
public record PublicCall(
        CallId id,
        SchemeId scheme,
        Year year,
        LocalisedText title,
        LocalDate opensOn,
        Instant deadline,
        Optional<Kroner> budget,
        State state,
        Instant publishedAt,
        Instant changedAt,
        int sequence,
        boolean correction,
        Optional<String> reason) {
    /** What has been told of it. */
    public enum State {
        FORECAST,
        WITHDRAWN,
        ANNOUNCED,
        DECIDED,
        CANCELLED
    }

    /** Where it is at a moment. */
    public enum Phase {
        /** Expected. */
        FORECAST,
        /** It was expected, and is so no more. */
        WITHDRAWN,
        /** Announced, and not yet its first day. */
        SCHEDULED,
        OPEN,
        /** The deadline has passed, and nothing is decided. */
        CLOSED,
        DECIDED,
        CANCELLED
    }

    /** Where it is at the moment. */
    public Phase phase(Instant now) {
        return switch (state) {
            case FORECAST -> Phase.FORECAST;
            case WITHDRAWN -> Phase.WITHDRAWN;
            case DECIDED -> Phase.DECIDED;
            case CANCELLED -> Phase.CANCELLED;
            case ANNOUNCED -> {
                if (BusinessDates.of(now).isBefore(opensOn)) {
                    yield Phase.SCHEDULED;
                }
                yield now.isAfter(deadline) ? Phase.CLOSED : Phase.OPEN;
            }
        };
    }

    /** Whether it is only expected. */
    public boolean isExpected() {
        return state == State.FORECAST || state == State.WITHDRAWN;
    }

    /** Whether nothing comes of it. */
    public boolean isOff() {
        return state == State.WITHDRAWN || state == State.CANCELLED;
    }
}
