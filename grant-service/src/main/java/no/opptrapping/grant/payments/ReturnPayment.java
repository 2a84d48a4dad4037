package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Takes in that the money of a confirmed payment has come back (returnert): a posting of its own gives it back to
 * awarded-unpaid, and what was posted before stays.
 */
@ApplicationScoped
public class ReturnPayment {
    /**
     * The bank's word.
     *
     * @param code the reason, four letters or digits of ISO 20022's external code sets
     * @param on the day, in Norway, on which the money came back
     */
    public record Command(PaymentId payment, String code, Optional<String> text, LocalDate on, String by) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** The money is back, and can be ordered again. */
        record Returned(Payment payment) implements Outcome {}

        /** Rules stand in the way: all of them. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Nothing is changed: it has not been confirmed, or its money is back already. */
        record NotConfirmed(PaymentStatus status) implements Outcome {}

        /** There is no such payment. */
        record Unknown() implements Outcome {}
    }

    private final Payments payments;
    private final Ledger ledger;
    private final SettlePayments settlePayments;
    private final AuditLog audit;
    private final Impartiality impartiality;
    private final Clock clock;

    ReturnPayment(
            Payments payments,
            Ledger ledger,
            SettlePayments settlePayments,
            AuditLog audit,
            Impartiality impartiality,
            Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.settlePayments = settlePayments;
        this.audit = audit;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    /**
     * Money that an approved report has accounted for cannot come back before the report is corrected. Of what had been claimed
     * the claim is settled, and it is available again.
     */
    @Transactional
    public Outcome giveBack(Command command) {
        var found = payments.lock(command.payment());
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var payment = found.get();
        impartiality.require("payment.returned", payment.scheme());
        var paid = payment.progress().confirmed();
        if (payment.status() != PaymentStatus.CONFIRMED || paid.isEmpty()) {
            return new Outcome.NotConfirmed(payment.status());
        }
        var broken = new ArrayList<>(
                FailureDays.broken("/returnedOn", command.on(), paid.get().paidOn(), BusinessDates.today(clock)));
        var returnable = Returnable.of(ledger, payment);
        var settled = returnable.settledBy(payment.amount());
        if (settled.isEmpty()) {
            broken.add(BrokenRule.of(
                    "payment.already-reported", "", "amount", payment.amount(), "unreported", returnable.unreported()));
        }
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var failure = new PaymentProgress.Failure(
                command.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                command.on(),
                command.code(),
                command.text(),
                settled.orElse(Kroner.ZERO));
        var returned = payment.returned(failure);
        settlePayments.settled(List.of(returned));
        audit.decision(
                "payment.returned",
                payment.id().toString(),
                Map.of("code", command.code(), "amount", payment.amount().toString()));
        return new Outcome.Returned(returned);
    }
}
