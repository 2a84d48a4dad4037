package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A round of a call as it is shown, and when it was decided. */
@Schema(name = "NumberedRound")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NumberedRound(
        @Schema(description = "Its place among the call's rounds, from 1")
        int number,

        LocalisedText name,
        Round.Takes takes,

        @Schema(
                description = "The last instant at which an application of the round is complete;"
                        + " absent: the call's deadline")
        @Nullable
        Instant completeBy,

        @Schema(
                description = "Its part of the call's budget, in whole kroner;"
                        + " absent: what the rounds with a part of their own leave")
        @Nullable
        Kroner budget,

        @Schema(description = "The day on which it is expected to be decided")
        LocalDate expectedOn,

        @Schema(description = "When it was decided; absent until then") @Nullable
        Instant decidedAt) {
    static NumberedRound of(int number, Round round, @Nullable Instant decidedAt) {
        return new NumberedRound(
                number, round.name(), round.takes(), round.completeBy(), round.budget(), round.expectedOn(), decidedAt);
    }
}
