package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import no.opptrapping.grant.accounts.UnsentPayments;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.platform.events.Outbox;

/** Cancels payments that are not sent, because the municipality has stated another account than they were ordered to. */
@ApplicationScoped
class CancelPayments implements UnsentPayments {
    private final Payments payments;
    private final Outbox outbox;

    CancelPayments(Payments payments, Outbox outbox) {
        this.payments = payments;
        this.outbox = outbox;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean anyWithTheBank(AwardId award) {
        return payments.lockOpen(award).stream().anyMatch(payment -> payment.status() == PaymentStatus.SENT);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public int cancel(AwardId award, String by, Instant at) {
        var cancellation =
                new PaymentProgress.Cancellation(by, at, PaymentProgress.Cancellation.Reason.ACCOUNT_CHANGED);
        var cancelled = payments.lockOpen(award).stream()
                .filter(payment -> payment.status().isUnsent())
                .map(payment -> payment.cancelled(cancellation))
                .toList();
        payments.update(cancelled);
        outbox.append(cancelled.stream().map(PaymentV1::event).toList());
        return cancelled.size();
    }
}
