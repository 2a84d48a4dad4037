package no.opptrapping.grant.payments.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.Year;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatch;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A row of the table payment_batch. */
@Entity
@Table(name = "payment_batch")
class PaymentBatchEntity {
    @Id
    PaymentBatchId id;

    SchemeId schemeId;

    Year year;

    LocalDate dueOn;

    @EmbeddedColumnNaming("ordered_%s")
    Act ordered;

    @SuppressWarnings("NullAway.Init")
    protected PaymentBatchEntity() {}

    static PaymentBatchEntity of(PaymentBatch batch) {
        var row = new PaymentBatchEntity();
        row.id = batch.id();
        row.schemeId = batch.scheme();
        row.year = batch.year();
        row.dueOn = batch.dueOn();
        row.ordered = new Act(batch.ordered().by(), batch.ordered().at());
        return row;
    }

    PaymentBatch toBatch() {
        return new PaymentBatch(id, schemeId, year, dueOn, new Payment.Act(ordered.by(), ordered.at()));
    }
}
