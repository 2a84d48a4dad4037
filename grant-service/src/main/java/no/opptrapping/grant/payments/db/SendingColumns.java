package no.opptrapping.grant.payments.db;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import no.opptrapping.grant.payments.PaymentProgress;

/** The columns of the table payment that tell in which file it went to the bank. */
@Embeddable
record SendingColumns(String by, Instant at, long in) {

    static SendingColumns of(PaymentProgress.Sending sending) {
        return new SendingColumns(sending.by(), sending.at(), sending.file());
    }

    PaymentProgress.Sending sending() {
        return new PaymentProgress.Sending(by, at, in);
    }
}
