package no.opptrapping.grant.calls.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallDocument;
import no.opptrapping.grant.calls.ChangeCall;
import no.opptrapping.grant.calls.Round;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is put right in an announced call; what is left out stays as it is. */
@Schema(name = "CallCorrection")
record CorrectionRequest(
        @EachAtMost(longest = 200) @Nullable LocalisedText title,

        @Schema(description = "What the call has to give, in whole kroner, above zero") @Nullable
        Kroner budget,

        @Schema(maxItems = 20) @Size(max = 20) @Nullable List<@NotNull @Valid CallDocument> documents,

        @Schema(maxItems = 20, description = "All its rounds; those that are decided as they were")
        @Size(max = 20)
        @Nullable
        List<@NotNull @Valid Round> rounds,

        @Schema(required = true, maxLength = 2000, description = "In words, for everybody to read") @Size(max = 2000)
        String reason)
        implements OwnRules {
    @Override
    public List<BrokenRule> broken() {
        return CallRequest.brokenBy(Optional.ofNullable(documents).orElse(List.of()));
    }

    ChangeCall.Correction correction() {
        return new ChangeCall.Correction(
                Optional.ofNullable(title),
                Optional.ofNullable(budget),
                Optional.ofNullable(documents),
                Optional.ofNullable(rounds));
    }
}
