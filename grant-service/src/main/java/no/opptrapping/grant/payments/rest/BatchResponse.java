package no.opptrapping.grant.payments.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.PaymentStatus;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A batch of payments in short.
 *
 * @param status of the payments that were ordered, approved or confirmed just now
 * @param payments how many those are
 * @param sum of those
 */
@Schema(name = "PaymentBatch")
record BatchResponse(
        PaymentBatchId id,
        PaymentStatus status,
        int payments,
        Kroner sum,

        @Schema(
                maxItems = MOST_LEFT,
                description = "What something stood in the way of, with why; the first 1000; absent when there is none")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<LeftResponse> left) {
    static final int MOST_LEFT = 1000;

    static BatchResponse of(PaymentBatchId id, List<Payment> payments, List<LeftResponse> left) {
        return new BatchResponse(
                id,
                payments.getFirst().status(),
                payments.size(),
                Kroner.sum(payments.stream().map(Payment::amount).toList()),
                left);
    }
}
