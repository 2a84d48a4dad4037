package no.opptrapping.grant.reported.rest;

import java.time.LocalDate;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.reported.PaymentHold;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An award of which instalments are held while an earlier report is overdue. */
@Schema(name = "PaymentHold")
record PaymentHoldResponse(
        AwardId awardId,
        String awardReference,

        @Schema(description = "The municipality that is to have the money")
        MunicipalityId holderId,

        @Schema(description = "What is not paid of the award, in whole kroner; no more than this is held")
        Kroner unpaid,

        UUID reportId,

        @Schema(description = "The municipality that was to report: the holder, or one that it has taken over from")
        MunicipalityId reportMunicipalityId,

        @Schema(description = "The year that the report tells of")
        int reportYear,

        @Schema(description = "The last day of the report, which is over")
        LocalDate reportDueOn) {
    static PaymentHoldResponse of(PaymentHold hold) {
        var report = hold.report();
        return new PaymentHoldResponse(
                hold.award(),
                hold.reference(),
                hold.holder(),
                hold.unpaid(),
                report.report(),
                report.municipality(),
                report.year().getValue(),
                report.dueOn());
    }
}
