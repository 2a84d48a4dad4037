package no.opptrapping.grant.framework.rest;

import java.util.UUID;
import no.opptrapping.grant.framework.FrameworkAllocation;
import no.opptrapping.grant.framework.FrameworkAllocationId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** A framework allocation as shown to everybody: public money. */
record FrameworkAllocationResponse(
        FrameworkAllocationId id,
        UUID runId,
        SchemeId schemeId,
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
        Kroner amount) {
    record IncorporatedFrom(SchemeId schemeId, String chapter, String item) {}

    static FrameworkAllocationResponse of(FrameworkAllocation allocation) {
        var row = allocation.row();
        var from = allocation.incorporatedFrom();
        return new FrameworkAllocationResponse(
                allocation.id(),
                allocation.run(),
                allocation.purpose().scheme(),
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
                row.amount());
    }
}
