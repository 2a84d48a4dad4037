package no.opptrapping.grant.applications;

import java.time.Instant;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a participant says to a joint application (<i>samtykke</i>): that it takes part with its share, or that it does
 * not. It is bound by nothing else than this, or by a consent in writing that the host has put into the form.
 *
 * @param number the participant's number when it was asked
 * @param share what it was asked for last, or has agreed to
 * @param answer empty while it has not answered
 */
public record Consent(
        MunicipalityId municipality,
        MunicipalityNumber number,
        Kroner share,
        Instant askedAt,
        Optional<Answer> answer) {
    /**
     * What the participant answered through its own access.
     *
     * @param by who answered for it
     * @param reason why it does not take part
     */
    public record Answer(
            boolean agreed,
            Signatory by,
            Instant at,
            @Nullable String reason) {}

    /** Where it is. */
    public ConsentState state() {
        return answer.map(given -> given.agreed() ? ConsentState.AGREED : ConsentState.DECLINED)
                .orElse(ConsentState.ASKED);
    }

    Consent answered(Answer given) {
        return new Consent(municipality, number, share, askedAt, Optional.of(given));
    }
}
