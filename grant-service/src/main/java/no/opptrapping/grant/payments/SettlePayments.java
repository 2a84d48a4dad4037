package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.events.Outbox;

/**
 * Stores what has become of payments at the bank with everything that follows: the posting, the event and the notice to
 * the one it was to be paid to. However the bank's word came, this is the only way that it has effect.
 */
@ApplicationScoped
class SettlePayments {
    private final Payments payments;
    private final Ledger ledger;
    private final Outbox outbox;
    private final TellOfPayments tell;

    SettlePayments(Payments payments, Ledger ledger, Outbox outbox, TellOfPayments tell) {
        this.payments = payments;
        this.ledger = ledger;
        this.outbox = outbox;
        this.tell = tell;
    }

    /** The payments as they are now, confirmed, rejected or returned; the caller has locked them. */
    @Transactional(TxType.MANDATORY)
    void settled(List<Payment> settled) {
        payments.update(settled);
        ledger.post(
                settled.stream().flatMap(payment -> posting(payment).stream()).toList());
        outbox.append(settled.stream().map(PaymentV1::event).toList());
        tell.settled(settled);
    }

    /** A payment that is rejected has not been posted, so that nothing is given back. */
    private static Optional<Posting> posting(Payment payment) {
        var progress = payment.progress();
        return switch (payment.status()) {
            case CONFIRMED ->
                progress.confirmed()
                        .map(paid -> Posting.paid(
                                payment.scheme(),
                                payment.year(),
                                payment.award().value(),
                                payment.id().value(),
                                payment.amount(),
                                paid.by(),
                                paid.at()));
            case RETURNED ->
                progress.failed()
                        .map(back -> Posting.returned(
                                payment.scheme(),
                                payment.year(),
                                payment.award().value(),
                                payment.id().value(),
                                payment.amount(),
                                back.claimSettled(),
                                back.by(),
                                back.at()));
            case REJECTED -> Optional.empty();
            case ORDERED, APPROVED, SENT, CANCELLED ->
                throw new IllegalArgumentException("The bank has not had its say: " + payment);
        };
    }
}
