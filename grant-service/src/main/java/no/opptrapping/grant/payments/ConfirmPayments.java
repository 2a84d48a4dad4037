package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/** Confirms that approved payments have been carried out, and posts them. */
@ApplicationScoped
public class ConfirmPayments {
    /** What became of it. */
    public sealed interface Outcome {
        /** The money has left, and the ledger has it. */
        record Confirmed(List<Payment> payments) implements Outcome {}

        /** Rules stand in the way: all of them. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Nothing is confirmed: at least one is still to be approved, or none waits for the bank. */
        record NotApproved(PaymentStatus status) implements Outcome {}

        /** There is no such payment or batch. */
        record Unknown() implements Outcome {}
    }

    private final Payments payments;
    private final SettlePayments settlePayments;
    private final AuditLog audit;
    private final Impartiality impartiality;
    private final Clock clock;

    ConfirmPayments(
            Payments payments, SettlePayments settlePayments, AuditLog audit, Impartiality impartiality, Clock clock) {
        this.impartiality = impartiality;
        this.payments = payments;
        this.settlePayments = settlePayments;
        this.audit = audit;
        this.clock = clock;
    }

    /** Confirms one payment. */
    @Transactional
    public Outcome confirm(PaymentId id, LocalDate paidOn, String reference, String confirmedBy) {
        return confirm("payment", id.toString(), payments.lock(id).stream().toList(), paidOn, reference, confirmedBy);
    }

    /** Confirms those of the batch that are approved or sent. */
    @Transactional
    public Outcome confirm(PaymentBatchId id, LocalDate paidOn, String reference, String confirmedBy) {
        return confirm("payment-batch", id.toString(), payments.lock(id), paidOn, reference, confirmedBy);
    }

    private Outcome confirm(
            String what, String id, List<Payment> found, LocalDate paidOn, String reference, String confirmedBy) {
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        found.stream()
                .map(Payment::scheme)
                .distinct()
                .forEach(scheme -> impartiality.require(what + ".confirmed", scheme));
        var approved = found.stream()
                .filter(payment -> payment.status().isWithTheBank())
                .toList();
        if (found.stream().anyMatch(payment -> payment.status() == PaymentStatus.ORDERED)) {
            return new Outcome.NotApproved(PaymentStatus.ORDERED);
        }
        if (approved.isEmpty()) {
            return new Outcome.NotApproved(found.getFirst().status());
        }
        var broken = broken(approved, paidOn);
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var confirmation = new Payment.Confirmation(
                confirmedBy, clock.instant().truncatedTo(ChronoUnit.MICROS), paidOn, reference);
        var confirmed = approved.stream()
                .map(payment -> payment.confirmedBy(confirmation))
                .toList();
        settlePayments.settled(confirmed);
        audit.decision(
                what + ".confirmed",
                id,
                Map.of(
                        "payments", String.valueOf(confirmed.size()),
                        "sum",
                                Kroner.sum(confirmed.stream()
                                                .map(Payment::amount)
                                                .toList())
                                        .toString()));
        return new Outcome.Confirmed(confirmed);
    }

    private List<BrokenRule> broken(List<Payment> approved, LocalDate paidOn) {
        var broken = new ArrayList<BrokenRule>();
        var today = BusinessDates.today(clock);
        if (paidOn.isAfter(today)) {
            broken.add(BrokenRule.of("payment.paid-in-the-future", "/paidOn", "paidOn", paidOn, "today", today));
        }
        approved.stream()
                .map(payment -> BusinessDates.of(payment.ordered().at()))
                .max(LocalDate::compareTo)
                .filter(paidOn::isBefore)
                .ifPresent(ordered -> broken.add(
                        BrokenRule.of("payment.paid-before-ordered", "/paidOn", "paidOn", paidOn, "ordered", ordered)));
        return broken;
    }
}
