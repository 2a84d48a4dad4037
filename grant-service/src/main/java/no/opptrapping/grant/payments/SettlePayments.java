package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.values.Kroner;

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
            case CONFIRMED -> progress.confirmed().map(paid -> posting(payment, Posting::paid, paid.by(), paid.at()));
            case RETURNED -> progress.failed().map(back -> posting(payment, Posting::returned, back.by(), back.at()));
            case REJECTED -> Optional.empty();
            case ORDERED, APPROVED, SENT, CANCELLED ->
                throw new IllegalArgumentException("The bank has not had its say: " + payment);
        };
    }

    private static Posting posting(Payment payment, Movement movement, String by, Instant at) {
        return movement.of(
                payment.scheme(),
                payment.year(),
                payment.award().value(),
                payment.id().value(),
                payment.amount(),
                by,
                at);
    }

    private interface Movement {
        Posting of(SchemeId scheme, Year year, UUID award, UUID payment, Kroner amount, String by, Instant at);
    }
}
