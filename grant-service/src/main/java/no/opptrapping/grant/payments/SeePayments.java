package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Shows payments to those who handle them. */
@ApplicationScoped
@Transactional
public class SeePayments {
    private final Payments payments;

    SeePayments(Payments payments) {
        this.payments = payments;
    }

    /** The payment, if there is one. */
    public Optional<Payment> find(PaymentId id) {
        return payments.find(id);
    }

    /** The payments of a batch; none when there is no such batch. */
    public List<Payment> of(PaymentBatchId batch) {
        return payments.of(batch);
    }

    /** The payments that fit the filter, in order, those after the key. */
    public List<Payment> list(Payments.Filter filter, Optional<Payments.Key> after, int limit) {
        return payments.list(filter, after, limit);
    }
}
