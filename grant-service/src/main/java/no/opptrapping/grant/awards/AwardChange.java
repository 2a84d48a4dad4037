package no.opptrapping.grant.awards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An increase or a reduction of an award (<i>endring av tilsagn</i>).
 *
 * @param before above zero
 * @param after zero or more, and another amount than before; zero when nothing is left of the award
 * @param claimed what is claimed back of what had been paid, at most the reduction
 * @param shares the participants' shares of the amount after it
 * @param reason what the municipality and the public are told
 * @param run the adopted run that the new amount comes from
 * @param by the person who decided it
 */
public record AwardChange(
        UUID id,
        Cause cause,
        Kroner before,
        Kroner after,
        Kroner claimed,
        List<ParticipantShare> shares,
        LocalisedText reason,
        Optional<UUID> run,
        String by,
        Instant at) {
    /** What it follows from. */
    @Schema(name = "AwardChangeCause")
    public enum Cause {
        /** The run that the award came from has been corrected (<i>rettekjøring</i>). */
        CORRECTION,
        /** Money that others left has been given to those next in line (<i>reserveliste</i>). */
        RESERVE_LIST;

        /** The word for it in JSON, in events and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public AwardChange {
        shares = List.copyOf(shares);
        if (!before.isPositive() || after.isNegative() || after.equals(before)) {
            throw new IllegalArgumentException("No change of an award: from " + before + " to " + after);
        }
        if (claimed.isNegative() || claimed.compareTo(before.minus(after).max(Kroner.ZERO)) > 0) {
            throw new IllegalArgumentException(
                    "Of a change from " + before + " to " + after + " is claimed " + claimed);
        }
    }

    /** By how much more, or less when negative. */
    public Kroner difference() {
        return after.minus(before);
    }

    /** What it takes of what there is to award; negative when it gives back. What is claimed is not there until it comes. */
    public Kroner takes() {
        return difference().plus(claimed);
    }

    /** How it stands in the ledger. */
    public Posting posting(SchemeId scheme, Year year, AwardId award) {
        return difference().isPositive()
                ? Posting.increased(scheme, year, award.value(), id, difference(), by, at)
                : Posting.reduced(scheme, year, award.value(), id, takes().negated(), claimed, by, at);
    }

    /** The day, in Norway, on which it was decided. */
    public LocalDate on() {
        return BusinessDates.of(at);
    }
}
