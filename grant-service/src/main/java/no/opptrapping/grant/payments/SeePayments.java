package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemerules.Delegation;

/** Shows payments to those who handle them, to a county governor those to the own municipalities. */
@ApplicationScoped
@Transactional
public class SeePayments {
    private final Payments payments;
    private final Delegation delegation;

    SeePayments(Payments payments, Delegation delegation) {
        this.payments = payments;
        this.delegation = delegation;
    }

    /** The payment, if there is one. */
    public Optional<Payment> find(PaymentId id) {
        return payments.find(id).filter(this::isSeen);
    }

    /** The payments of a batch; none when there is no such batch. */
    public List<Payment> of(PaymentBatchId batch) {
        return payments.of(batch).stream().filter(this::isSeen).toList();
    }

    /** The payments that fit the filter, in order, those after the key. */
    public List<Payment> list(Payments.Filter filter, Optional<Payments.Key> after, int limit) {
        return payments.list(filter.of(delegation.only()), after, limit);
    }

    private boolean isSeen(Payment payment) {
        return delegation.only().map(own -> own.contains(payment.payee())).orElse(true);
    }
}
