package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.Correction;
import no.opptrapping.grant.allocation.runs.Preliminary;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a run stands beside those that it corrects, that correct it, and that followed it. */
record RunEditions(
        @Nullable Corrects corrects,
        @Nullable RunId correctedBy,
        @Nullable Indicative preliminary) {
    /** Which run it corrects. */
    @Schema(name = "RunCorrection")
    record Corrects(
            @Schema(description = "The adopted run that it takes the place of")
            RunId runId,

            LocalisedText reason,

            @Schema(description = "What becomes of what is paid where an award is reduced")
            PaidPart paidPart,

            @Schema(description = "Where it is read who gets how much more or less", maxLength = 200)
            String comparison) {
        static Corrects of(Correction correction) {
            return new Corrects(
                    correction.corrects(),
                    correction.reason(),
                    correction.paidPart(),
                    "/v1/allocation-runs/" + correction.run() + "/comparison?with=" + correction.corrects());
        }
    }

    /** What it assumes, and what became of it. */
    @Schema(name = "PreliminaryRun")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Indicative(
            LocalisedText assumptions,

            @Schema(description = "Absent until it is published", maxLength = 200) @Nullable
            String publishedBy,

            @Schema(description = "Absent until it is published") @Nullable
            Instant publishedAt,

            @Schema(description = "Whether what followed gives everybody the same; absent until something has followed")
            Preliminary.@Nullable Outcome outcome,

            @Schema(description = "The run that confirmed or replaced it; absent until one has") @Nullable
            RunId followedBy) {
        static Indicative of(Preliminary preliminary) {
            return new Indicative(
                    preliminary.assumptions(),
                    preliminary.published().map(AllocationRun.Adoption::by).orElse(null),
                    preliminary.published().map(AllocationRun.Adoption::at).orElse(null),
                    preliminary.following().map(Preliminary.Following::outcome).orElse(null),
                    preliminary.following().map(Preliminary.Following::by).orElse(null));
        }
    }

    static RunEditions of(
            Optional<Correction> corrects, Optional<Correction> correcting, Optional<Preliminary> preliminary) {
        return new RunEditions(
                corrects.map(Corrects::of).orElse(null),
                correcting.map(Correction::run).orElse(null),
                preliminary.map(Indicative::of).orElse(null));
    }
}
