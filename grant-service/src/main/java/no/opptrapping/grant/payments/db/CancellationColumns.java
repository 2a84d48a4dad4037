package no.opptrapping.grant.payments.db;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import no.opptrapping.grant.payments.PaymentProgress;

/** The columns of the table payment that tell why it is not to be carried out. */
@Embeddable
record CancellationColumns(String by, Instant at, PaymentProgress.Cancellation.Reason reason) {
    static CancellationColumns of(PaymentProgress.Cancellation cancellation) {
        return new CancellationColumns(cancellation.by(), cancellation.at(), cancellation.reason());
    }

    PaymentProgress.Cancellation cancellation() {
        return new PaymentProgress.Cancellation(by, at, reason);
    }
}
