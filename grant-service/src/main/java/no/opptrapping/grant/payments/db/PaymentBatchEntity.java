package no.opptrapping.grant.payments.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatch;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.schemes.SchemeId;

/** A row of the table payment_batch. */
@Entity
@Table(name = "payment_batch")
class PaymentBatchEntity {
    @Id
    UUID id;

    @Column(name = "scheme_id")
    UUID schemeId;

    Year year;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "ordered_by")
    String orderedBy;

    @Column(name = "ordered_at")
    Instant orderedAt;

    @SuppressWarnings("NullAway.Init")
    protected PaymentBatchEntity() {}

    static PaymentBatchEntity of(PaymentBatch batch) {
        var row = new PaymentBatchEntity();
        row.id = batch.id().value();
        row.schemeId = batch.scheme().value();
        row.year = batch.year();
        row.dueOn = batch.dueOn();
        row.orderedBy = batch.ordered().by();
        row.orderedAt = batch.ordered().at();
        return row;
    }

    PaymentBatch toBatch() {
        return new PaymentBatch(
                new PaymentBatchId(id), new SchemeId(schemeId), year, dueOn, new Payment.Act(orderedBy, orderedAt));
    }
}
