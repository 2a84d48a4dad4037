package no.opptrapping.grant.trace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that happened on the way of an award's money.
 *
 * @param year the year that it concerns: the award's, or a later one into which money of it was carried over
 * @param amount in whole kroner; of a change what it adds, or takes when it is negative
 * @param rest of a report what it says is unspent
 * @param detail in words: where the appropriation stands, the name of the run, or why
 * @param manYears of a report those of the whole municipality, with decimals
 * @param link where more is to be read
 */
public record TraceStep(
        Kind kind,
        Instant at,
        int year,
        Optional<Kroner> amount,
        Optional<Kroner> rest,
        Optional<LocalisedText> detail,
        Optional<String> manYears,
        Optional<String> link) {
    /** What happened. */
    @Schema(name = "TraceStepKind")
    public enum Kind {
        /** The Storting's money for the scheme's year was entered. */
        APPROPRIATED,
        /** It was revised. */
        REVISED,
        /** The run that divided it was adopted. */
        DIVIDED,
        /** The award was made. */
        AWARDED,
        /** The municipality accepted it. */
        ACCEPTED,
        /** Its amount was changed. */
        CHANGED,
        /** Nothing is left of it. */
        ENDED,
        /** A payment was confirmed. */
        PAID,
        /** The bank would not carry out a payment. */
        REJECTED,
        /** A payment's money came back. */
        RETURNED,
        /** A report that counts accounted for it. */
        REPORTED,
        /** Money of it was carried over to the next year, or less of it. */
        CARRIED_OVER,
        /** Money of it was claimed back. */
        CLAIMED,
        /** Less of it is claimed back. */
        LOWERED,
        /** Claimed money was paid back. */
        REPAID,
        /** Claimed money was settled against a payment. */
        SETTLED,
        /** Claimed money was given up. */
        WRITTEN_OFF;

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
