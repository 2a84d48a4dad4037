package no.opptrapping.grant.payments.rest;

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
record BatchResponse(PaymentBatchId id, PaymentStatus status, int payments, Kroner sum) {
    static BatchResponse of(PaymentBatchId id, List<Payment> payments) {
        return new BatchResponse(
                id,
                payments.getFirst().status(),
                payments.size(),
                Kroner.sum(payments.stream().map(Payment::amount).toList()));
    }
}
