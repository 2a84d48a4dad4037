package no.opptrapping.grant.dispensations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dispensation (<i>dispensasjon</i>) from the deadline of a call for one municipality: proposed by one person, decided
 * by another.
 *
 * @param until the last instant that is on time for the municipality, once it is granted
 * @param outage the outage of ours that it is proposed for; empty when it is for another reason
 * @param proposedBy the subject of the person who proposed it, who may not decide it
 */
public record Dispensation(
        DispensationId id,
        CallId call,
        SchemeId scheme,
        MunicipalityId municipality,
        Instant until,
        String reason,
        Optional<UUID> outage,
        String proposedBy,
        Instant proposedAt,
        Optional<Decision> decision) {
    /** What was decided of it, by whom and why. */
    public record Decision(boolean granted, String by, Instant at, String reason) {}

    /** How far it has come. */
    @Schema(name = "DispensationState")
    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        /** The municipality may submit until its own deadline. */
        GRANTED,
        /** The deadline of the call holds. */
        REFUSED;

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it has come. */
    public State state() {
        return decision.map(one -> one.granted() ? State.GRANTED : State.REFUSED)
                .orElse(State.PROPOSED);
    }

    Dispensation decided(Decision made) {
        return new Dispensation(
                id, call, scheme, municipality, until, reason, outage, proposedBy, proposedAt, Optional.of(made));
    }
}
