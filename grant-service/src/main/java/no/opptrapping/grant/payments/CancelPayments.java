package no.opptrapping.grant.payments;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.grant.accounts.UnsentPayments;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.OpenPayments;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.values.Kroner;

/**
 * Cancels payments that are not sent, because the municipality has stated another account than they were ordered to, or
 * their award is reduced.
 */
@ApplicationScoped
class CancelPayments implements UnsentPayments, OpenPayments {
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
        return cancel(payments.lockOpen(award), by, at, PaymentProgress.Cancellation.Reason.ACCOUNT_CHANGED);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Map<AwardId, Kroner> lockWithTheBank(Set<AwardId> awards) {
        return payments.lockOpen(awards).stream()
                .filter(payment -> payment.status().isWithTheBank())
                .collect(Collectors.toMap(Payment::award, Payment::amount, Kroner::plus));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void cancelUnsent(Set<AwardId> awards, String by, Instant at) {
        var notApproved = payments.lockOpen(awards).stream()
                .filter(payment -> !payment.status().isWithTheBank())
                .toList();
        cancel(notApproved, by, at, PaymentProgress.Cancellation.Reason.AWARD_CHANGED);
    }

    @CanIgnoreReturnValue
    private int cancel(List<Payment> open, String by, Instant at, PaymentProgress.Cancellation.Reason reason) {
        var cancellation = new PaymentProgress.Cancellation(by, at, reason);
        var cancelled = open.stream()
                .filter(payment -> payment.status().isUnsent())
                .map(payment -> payment.cancelled(cancellation))
                .toList();
        payments.update(cancelled);
        outbox.append(cancelled.stream().map(PaymentV1::event).toList());
        return cancelled.size();
    }
}
