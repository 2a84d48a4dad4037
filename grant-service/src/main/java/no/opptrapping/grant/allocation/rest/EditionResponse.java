package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import no.opptrapping.grant.allocation.editions.Edition;
import no.opptrapping.grant.allocation.runs.Correction;
import no.opptrapping.grant.allocation.runs.Preliminary;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An adopted or preliminary division as everybody may read it. */
@Schema(name = "AllocationEdition")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditionResponse(
        RunId runId,
        SchemeId schemeId,
        LocalisedText schemeName,
        int year,

        @Schema(description = "Whether it gives money or tells what is to be expected")
        Kind kind,

        @Schema(description = "When it was adopted or published")
        Instant at,

        @Schema(description = "What it divides, whole kroner")
        Kroner budget,

        @Schema(description = "What it gives in all, whole kroner")
        Kroner sum,

        @Schema(description = "How many get something") int recipients,

        @Schema(description = "The edition that it took the place of; absent when it corrects none") @Nullable
        RunId corrects,

        @Schema(description = "Why it corrects the other; absent when it corrects none") @Nullable
        LocalisedText reason,

        @Schema(description = "The edition that took its place; absent while it stands") @Nullable
        RunId correctedBy,

        @Schema(description = "What a preliminary edition assumes; absent of others") @Nullable
        LocalisedText assumptions,

        @Schema(
                description =
                        "What became of a preliminary edition; absent of others, and until something has followed")
        Preliminary.@Nullable Outcome outcome,

        @Schema(description = "The edition that followed a preliminary one; absent until one has") @Nullable
        RunId followedBy,

        @Schema(description = "The preliminary edition that it confirmed or replaced; absent when there was none")
        @Nullable
        RunId follows) {
    /** What an edition is. */
    @Schema(name = "EditionKind")
    enum Kind {
        @JsonProperty("adopted")
        ADOPTED,
        @JsonProperty("preliminary")
        PRELIMINARY
    }

    static EditionResponse of(Edition edition) {
        return new EditionResponse(
                edition.run(),
                edition.scheme(),
                edition.schemeName(),
                edition.year().getValue(),
                edition.preliminary().isPresent() ? Kind.PRELIMINARY : Kind.ADOPTED,
                edition.at(),
                edition.budget(),
                edition.sum(),
                edition.recipients(),
                edition.corrects().map(Correction::corrects).orElse(null),
                edition.corrects().map(Correction::reason).orElse(null),
                edition.correctedBy().orElse(null),
                edition.preliminary().map(Preliminary::assumptions).orElse(null),
                edition.preliminary()
                        .flatMap(Preliminary::following)
                        .map(Preliminary.Following::outcome)
                        .orElse(null),
                edition.preliminary()
                        .flatMap(Preliminary::following)
                        .map(Preliminary.Following::by)
                        .orElse(null),
                edition.follows().orElse(null));
    }
}
