package no.opptrapping.reporting.obligations.rest;

import java.time.LocalDate;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.obligations.Cause;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.ObligationStatus;
import no.opptrapping.reporting.obligations.ReportId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An obligation as callers see it. */
@Schema(name = "Obligation")
record ObligationView(
        ObligationId id,
        ObligationStatus status,
        Party municipality,
        int year,

        @Nullable UUID awardId,
        @Nullable UUID frameworkAllocationId,
        LocalDate opensOn,
        LocalDate dueOn,
        String form,
        FormSize size,
        Kroner received,
        ReportId reportId) {
    /** The municipality, with the number that it had when the money was given. */
    @Schema(name = "ObligedMunicipality")
    record Party(MunicipalityId municipalityId, MunicipalityNumber number) {}

    static ObligationView of(Obligation obligation) {
        return new ObligationView(
                obligation.id(),
                obligation.status(),
                new Party(obligation.municipalityId(), obligation.number()),
                obligation.year().getValue(),
                obligation.cause() instanceof Cause.Award award ? award.id() : null,
                obligation.cause() instanceof Cause.FrameworkAllocation allocation ? allocation.id() : null,
                obligation.opensOn(),
                obligation.dueOn(),
                obligation.form(),
                obligation.size(),
                obligation.received(),
                obligation.reportId());
    }
}
