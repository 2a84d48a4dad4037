package no.opptrapping.grant.payments.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.PaymentStatus;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment as shown to the administration. */
@Schema(name = "Payment")
record PaymentResponse(
        PaymentId id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaymentBatchId batchId,
        long version,
        PaymentStatus status,
        AwardId awardId,
        String awardReference,
        SchemeId schemeId,
        int year,
        MunicipalityId municipalityId,
        MunicipalityId payeeId,
        Kroner amount,
        LocalDate dueOn,
        AccountNumber accountNumber,
        Act ordered,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Act approved,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Confirmation confirmed) {

    @Schema(name = "PaymentAct")
    record Act(String by, Instant at) {
        static Act of(Payment.Act act) {
            return new Act(act.by(), act.at());
        }
    }

    @Schema(name = "PaymentConfirmation")
    record Confirmation(String by, Instant at, LocalDate paidOn, String reference) {}

    static PaymentResponse of(Payment payment) {
        return new PaymentResponse(
                payment.id(),
                payment.batch().orElse(null),
                payment.version(),
                payment.status(),
                payment.award(),
                payment.awardReference(),
                payment.scheme(),
                payment.year().getValue(),
                payment.municipality(),
                payment.payee(),
                payment.amount(),
                payment.dueOn(),
                payment.account(),
                Act.of(payment.ordered()),
                payment.approved().map(Act::of).orElse(null),
                payment.confirmed()
                        .map(done -> new Confirmation(done.by(), done.at(), done.paidOn(), done.reference()))
                        .orElse(null));
    }
}
