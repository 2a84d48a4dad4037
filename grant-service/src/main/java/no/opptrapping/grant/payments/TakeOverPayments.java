package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.platform.access.AuditLog;

/** Turns payments that have not been sent to the municipality that has taken over the award. */
@ApplicationScoped
public class TakeOverPayments {
    private final Payments payments;
    private final Awards awards;
    private final AuditLog audit;

    TakeOverPayments(Payments payments, Awards awards, AuditLog audit) {
        this.payments = payments;
        this.awards = awards;
        this.audit = audit;
    }

    /** The payments of awards that have been taken over since they were ordered. */
    @Transactional
    public List<PaymentId> ofTakenOver() {
        return payments.toOthersThanHolders();
    }

    /** Turns the payment to the award's holder; one that has been sent meanwhile stays as it is. */
    @Transactional
    public void takeOver(PaymentId id) {
        var payment = payments.lock(id).orElseThrow(() -> new IllegalArgumentException("No payment " + id));
        var award = awards.find(payment.award())
                .orElseThrow(() -> new IllegalStateException("A payment without its award: " + id));
        var holder = award.holder();
        if (payment.status().isUnsent() && !payment.payee().equals(holder.municipality())) {
            payments.update(List.of(payment.to(holder.municipality())));
            audit.decision(
                    "payment.taken-over",
                    id.toString(),
                    Map.of("to", holder.number().value()));
        }
    }
}
