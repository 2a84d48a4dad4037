package no.opptrapping.grant.framework.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import no.opptrapping.grant.framework.Easing;
import no.opptrapping.grant.framework.FrameworkAllocation;
import no.opptrapping.grant.framework.FrameworkAllocationId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A framework allocation as shown to everybody: public money. */
@Schema(name = "FrameworkAllocation")
record FrameworkAllocationResponse(
        FrameworkAllocationId id,

        @Schema(description = "1 of what was decided first, one more for each correction of it")
        long version,

        UUID runId,
        SchemeId schemeId,

        @Schema(description = "The version of the scheme's rules that it was decided under")
        int schemeVersion,

        String chapter,
        String item,
        IncorporatedFrom incorporatedFrom,
        int year,
        MunicipalityId municipalityId,
        MunicipalityNumber number,
        Kroner before,
        Kroner framework,
        Kroner compensation,
        Kroner deduction,
        Kroner net,
        Kroner amount,

        @Schema(
                description = "What eased the step, to the øre: compensation - deduction + phaseIn + rounding is net;"
                        + " compensation and deduction above are rounded to the nearest krone")
        Easing easing,

        @Schema(
                description = "Where the municipality can read how the amount was computed, as JSON or as a page",
                maxLength = 100)
        String explanation,

        @Schema(description = "What made it another than the version before; absent of what was decided first")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Correction correction) {
    record IncorporatedFrom(SchemeId schemeId, String chapter, String item) {}

    /** That a run which corrects another made the version. */
    @Schema(name = "FrameworkCorrection")
    record Correction(
            @Schema(description = "The run whose amounts it takes the place of")
            UUID corrects,

            LocalisedText reason,

            @Schema(description = "What the municipality had before it, in whole kroner; 0 when it had no part")
            Kroner amountBefore,

            @Schema(description = "What it gives, or takes when negative, in whole kroner")
            Kroner change,

            @Schema(description = "Where it is read which cause changed the amount by how much", maxLength = 200)
            String why) {}

    static FrameworkAllocationResponse of(FrameworkAllocation allocation) {
        var row = allocation.row();
        var from = allocation.incorporatedFrom();
        return new FrameworkAllocationResponse(
                allocation.id(),
                allocation.version(),
                allocation.run(),
                allocation.purpose().scheme(),
                allocation.schemeVersion(),
                allocation.purpose().chapter(),
                allocation.purpose().item(),
                new IncorporatedFrom(from.scheme(), from.chapter(), from.item()),
                allocation.year().getValue(),
                row.municipality(),
                row.number(),
                row.before(),
                row.framework(),
                row.compensation(),
                row.deduction(),
                row.net(),
                row.amount(),
                row.easing(),
                "/v1/allocation-runs/" + allocation.run() + "/explanations/" + row.number(),
                allocation
                        .correction()
                        .map(correction -> new Correction(
                                correction.corrects(),
                                correction.reason(),
                                correction.amountBefore(),
                                allocation.change(),
                                "/v1/allocation-runs/" + allocation.run() + "/change/" + row.number() + "?from="
                                        + correction.corrects()))
                        .orElse(null));
    }
}
