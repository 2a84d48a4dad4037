package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A round (<i>tildelingsrunde</i>) of a call: applications that are decided by themselves, before those of later rounds.
 *
 * @param takes which applications it is for
 * @param completeBy the last instant at which they are complete, in whole microseconds; null: the call's deadline
 * @param budget its part of the call's budget, in whole kroner; null: what the rounds with a part of their own leave
 * @param expectedOn the day on which it is expected to be decided
 */
@Schema(name = "CallRound")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Round(
        @Schema(required = true) @Valid @EachAtMost(longest = 200)
        LocalisedText name,

        @Schema(required = true) Takes takes,

        @Schema(
                description = "The last instant at which an application of the round is complete;"
                        + " absent: the call's deadline")
        @Nullable
        Instant completeBy,

        @Schema(
                description = "The round's part of the call's budget, in whole kroner, above zero;"
                        + " absent: what the rounds with a part of their own leave")
        @Nullable
        Kroner budget,

        @Schema(required = true, description = "The day on which the round is expected to be decided")
        LocalDate expectedOn) {
    /** Which applications a round is for. */
    @Schema(name = "RoundApplications")
    public enum Takes {
        /** Those that carry on what an earlier year's application was for. */
        @JsonProperty("continuations")
        CONTINUATIONS,
        /** Those that begin something. */
        @JsonProperty("new-measures")
        NEW_MEASURES,
        /** All of them. */
        @JsonProperty("all")
        ALL;

        boolean takes(boolean continuation) {
            return this == ALL || (this == CONTINUATIONS) == continuation;
        }
    }

    /** The last instant at which its applications are complete. */
    Instant until(Instant deadline) {
        return completeBy == null ? deadline : completeBy;
    }

    /** The first day on which all its applications can be known. */
    LocalDate completeOn(Instant deadline) {
        return BusinessDates.of(until(deadline));
    }

    boolean takes(boolean continuation, Optional<Instant> completeAt) {
        return takes.takes(continuation)
                && (completeBy == null
                        || completeAt.filter(at -> !at.isAfter(completeBy)).isPresent());
    }
}
