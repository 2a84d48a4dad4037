package no.opptrapping.grant.payments.db;

import jakarta.persistence.Converter;
import no.opptrapping.grant.payments.PaymentProgress;
import no.opptrapping.grant.payments.PaymentStatus;
import no.opptrapping.platform.values.CodeConverter;

/** How the room's types stand in columns, of whichever room's tables. */
final class PaymentColumns {
    private PaymentColumns() {}

    @Converter(autoApply = true)
    static class Statuses extends CodeConverter<PaymentStatus> {
        Statuses() {
            super(PaymentStatus.class);
        }
    }

    @Converter(autoApply = true)
    static class Reasons extends CodeConverter<PaymentProgress.Cancellation.Reason> {
        Reasons() {
            super(PaymentProgress.Cancellation.Reason.class);
        }
    }
}
