package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Takes in that the bank has rejected a payment (avvist). The ledger posts a payment when it is confirmed, so that the
 * money has stood on awarded-unpaid all the time; it can be ordered again at once.
 */
@ApplicationScoped
public class RejectPayment {
    /**
     * The bank's word.
     *
     * @param code the reason, four letters or digits of ISO 20022's external code sets
     * @param on the day, in Norway, on which the bank rejected it
     */
    public record Command(PaymentId payment, String code, Optional<String> text, LocalDate on, String by) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It is rejected, and what it was to pay can be ordered again. */
        record Rejected(Payment payment) implements Outcome {}

        /** Rules stand in the way: all of them. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Nothing is changed: it does not wait for the bank. */
        record NotWithTheBank(PaymentStatus status) implements Outcome {}

        /** There is no such payment. */
        record Unknown() implements Outcome {}
    }

    private final Payments payments;
    private final SettlePayments settlePayments;
    private final AuditLog audit;
    private final Impartiality impartiality;
    private final Clock clock;

    RejectPayment(
            Payments payments, SettlePayments settlePayments, AuditLog audit, Impartiality impartiality, Clock clock) {
        this.payments = payments;
        this.settlePayments = settlePayments;
        this.audit = audit;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    @Transactional
    public Outcome reject(Command command) {
        var found = payments.lock(command.payment());
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var payment = found.get();
        impartiality.require("payment.rejected", payment.scheme());
        if (!payment.status().isWithTheBank()) {
            return new Outcome.NotWithTheBank(payment.status());
        }
        var broken = FailureDays.broken(
                "/rejectedOn", command.on(), BusinessDates.of(payment.ordered().at()), BusinessDates.today(clock));
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var rejected = payment.rejected(new PaymentProgress.Failure(
                command.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                command.on(),
                command.code(),
                command.text()));
        settlePayments.settled(List.of(rejected));
        audit.decision(
                "payment.rejected",
                payment.id().toString(),
                Map.of("code", command.code(), "amount", payment.amount().toString()));
        return new Outcome.Rejected(rejected);
    }
}
