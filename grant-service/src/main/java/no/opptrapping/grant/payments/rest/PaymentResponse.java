package no.opptrapping.grant.payments.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.PaymentProgress;
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Confirmation confirmed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sending sent,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure failed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Cancellation cancelled) {

    @Schema(name = "PaymentAct")
    record Act(String by, Instant at) {
        static Act of(Payment.Act act) {
            return new Act(act.by(), act.at());
        }
    }

    @Schema(name = "PaymentConfirmation")
    record Confirmation(String by, Instant at, LocalDate paidOn, String reference) {}

    /** In which file it went to the bank. */
    @Schema(name = "PaymentSending")
    record Sending(
            String by,
            Instant at,

            @Schema(description = "The number of the bank file that it was sent in")
            long file) {}

    /** Why the money did not arrive. */
    @Schema(name = "PaymentFailure")
    record Failure(
            String by,
            Instant at,

            @Schema(description = "The day, in Norway, on which the bank rejected it or the money came back")
            LocalDate on,

            @Schema(description = "The bank's reason as a code of ISO 20022, for example AC01: the account is wrong")
            String code,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String text) {}

    /** Why it is not to be carried out. */
    @Schema(name = "PaymentCancellation")
    record Cancellation(
            String by,
            Instant at,

            @Schema(description = "What changed, so that it has to be ordered again")
            PaymentProgress.Cancellation.Reason reason) {}

    static PaymentResponse of(Payment payment) {
        var progress = payment.progress();
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
                progress.approved().map(Act::of).orElse(null),
                progress.confirmed()
                        .map(done -> new Confirmation(done.by(), done.at(), done.paidOn(), done.reference()))
                        .orElse(null),
                progress.sent()
                        .map(sent -> new Sending(sent.by(), sent.at(), sent.file()))
                        .orElse(null),
                progress.failed()
                        .map(failed -> new Failure(
                                failed.by(),
                                failed.at(),
                                failed.on(),
                                failed.code(),
                                failed.text().orElse(null)))
                        .orElse(null),
                progress.cancelled()
                        .map(cancelled -> new Cancellation(cancelled.by(), cancelled.at(), cancelled.reason()))
                        .orElse(null));
    }
}
