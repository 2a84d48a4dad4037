package no.opptrapping.grant.framework.rest;

import java.util.UUID;
import no.opptrapping.grant.framework.Easing;
import no.opptrapping.grant.framework.FrameworkAllocation;
import no.opptrapping.grant.framework.FrameworkAllocationId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A framework allocation as shown to everybody: public money. */
@Schema(name = "FrameworkAllocation")
record FrameworkAllocationResponse(
        FrameworkAllocationId id,
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
        String explanation) {
    record IncorporatedFrom(SchemeId schemeId, String chapter, String item) {}

    static FrameworkAllocationResponse of(FrameworkAllocation allocation) {
        var row = allocation.row();
        var from = allocation.incorporatedFrom();
        return new FrameworkAllocationResponse(
                allocation.id(),
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
                "/v1/allocation-runs/" + allocation.run() + "/explanations/" + row.number());
    }
}
