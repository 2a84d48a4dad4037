package no.opptrapping.grant.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** What the world is told of a framework allocation: contracts/framework-allocation.v1.schema.json. */
record FrameworkAllocationV1(
        FrameworkAllocationId allocationId,
        long version,
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
        Kroner amount,
        Reporting reporting,
        Easing easing,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Correction correction) {
    static final String TOPIC = "framework-allocation.v1";

    record IncorporatedFrom(SchemeId schemeId, String chapter, String item) {}

    /** What made it another than the version before; absent of what was decided first. */
    record Correction(UUID corrects, Kroner amountBefore, LocalisedText reason) {}

    record Reporting(LocalDate opensOn, LocalDate dueOn, String form, String size) {}

    static OutgoingEvent event(FrameworkAllocation allocation) {
        return new OutgoingEvent(
                TOPIC,
                allocation.row().municipality().toString(),
                "no.opptrapping." + TOPIC,
                allocation.id().toString(),
                allocation.version(),
                of(allocation));
    }

    static FrameworkAllocationV1 of(FrameworkAllocation allocation) {
        var row = allocation.row();
        var from = allocation.incorporatedFrom();
        return new FrameworkAllocationV1(
                allocation.id(),
                allocation.version(),
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
                row.amount(),
                new Reporting(allocation.reportOpensOn(), allocation.reportDueOn(), allocation.form(), "simple"),
                row.easing(),
                allocation
                        .correction()
                        .map(one -> new Correction(one.corrects(), one.amountBefore(), one.reason()))
                        .orElse(null));
    }
}
