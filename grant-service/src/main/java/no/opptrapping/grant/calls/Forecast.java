package no.opptrapping.grant.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/**
 * A call that is expected (<i>varslet utlysning</i>), for everybody to know beforehand; it binds nobody.
 *
 * @param id the identity that the call has when it comes
 * @param opensOn the first day, in Oslo, on which applications are expected to be taken
 * @param deadline the last instant that is expected to be on time
 * @param budget what is expected to be given; empty while nobody knows
 * @param version 1 when made, growing by each change
 * @param by the subject of the person who made it
 * @param withdrawal why it is expected no more; empty while it is
 */
public record Forecast(
        CallId id,
        SchemeId scheme,
        Year year,
        LocalisedText title,
        LocalDate opensOn,
        Instant deadline,
        Optional<Kroner> budget,
        int version,
        String by,
        Instant at,
        Instant changedAt,
        Optional<Withdrawal> withdrawal) {
    /** When it was withdrawn, and why. */
    public record Withdrawal(Instant at, String reason) {}

    /** What is expected. */
    public record Expected(
            SchemeId scheme,
            Year year,
            LocalisedText title,
            LocalDate opensOn,
            Instant deadline,
            Optional<Kroner> budget) {}

    Forecast changed(Expected to, Instant now) {
        return new Forecast(
                id,
                scheme,
                year,
                to.title(),
                to.opensOn(),
                to.deadline(),
                to.budget(),
                version + 1,
                by,
                at,
                now,
                withdrawal);
    }

    Forecast withdrawn(String reason, Instant now) {
        return new Forecast(
                id,
                scheme,
                year,
                title,
                opensOn,
                deadline,
                budget,
                version + 1,
                by,
                at,
                now,
                Optional.of(new Withdrawal(now, reason)));
    }
}
