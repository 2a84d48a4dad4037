package no.opptrapping.reporting.obligations.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.ObligationStatus;
import no.opptrapping.reporting.obligations.ReportId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An obligation as callers see it.
 *
 * @param municipality the one that the money was given to
 * @param awardId the award whose money is reported on, also when that was carried over to the year
 * @param carryOverId how the award's money came into the year; null when it was given for the year
 * @param bearerId the municipality that has to report: the same, or the one that has taken over its duties
 * @param takeovers how the duty came from the one to the other, oldest first
 */
@Schema(name = "Obligation")
record ObligationResponse(
        ObligationId id,
        ObligationStatus status,
        Party municipality,
        int year,

        @Nullable UUID awardId,
        @Nullable UUID frameworkAllocationId,
        @Nullable UUID carryOverId,
        LocalDate opensOn,
        LocalDate dueOn,
        String form,
        FormSize size,
        Kroner received,
        ReportId reportId,
        MunicipalityId bearerId,
        @Schema(maxItems = 50) List<Handover> takeovers) {
    /** The municipality, with the number that it had when the money was given. */
    @Schema(name = "ObligedMunicipality")
    record Party(MunicipalityId municipalityId, MunicipalityNumber number) {}

    /** From that day on the municipality bore the duty. */
    @Schema(name = "ObligationTakeover")
    record Handover(MunicipalityId municipalityId, MunicipalityNumber number, String name, LocalDate on) {
        static Handover of(Takeover step) {
            return new Handover(step.to(), step.number(), step.name(), step.on());
        }
    }

    static ObligationResponse of(Obligation obligation) {
        return new ObligationResponse(
                obligation.id(),
                obligation.status(),
                new Party(obligation.municipalityId(), obligation.number()),
                obligation.year().getValue(),
                obligation.cause().award().orElse(null),
                obligation.cause().frameworkAllocation().orElse(null),
                obligation.cause().carryOver().orElse(null),
                obligation.opensOn(),
                obligation.dueOn(),
                obligation.form(),
                obligation.size(),
                obligation.received(),
                obligation.reportId(),
                obligation.bearer(),
                obligation.takeovers().stream().map(Handover::of).toList());
    }
}
