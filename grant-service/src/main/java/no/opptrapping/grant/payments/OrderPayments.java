package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemerules.Delegation;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/** Orders (anviser) payments of accepted awards. */
@ApplicationScoped
public class OrderPayments {
    /** What became of ordering one payment. */
    public sealed interface Outcome {
        /** It waits for another person's approval. */
        record Ordered(Payment payment) implements Outcome {}

        /** Rules stand in the way: all of them. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** There is no such award. */
        record UnknownAward() implements Outcome {}
    }

    /** What became of ordering a batch. */
    public sealed interface BatchOutcome {
        /**
         * One payment for each accepted award of which its plan has something to pay.
         *
         * @param left the awards that something stands in the way of
         */
        record Ordered(PaymentBatch batch, List<Payment> payments, List<Left> left) implements BatchOutcome {}

        /** Nothing is ordered: no accepted award has anything to pay, or the date has passed. */
        record Refused(List<BrokenRule> broken) implements BatchOutcome {}
    }

    private final Payments payments;
    private final Awards awards;
    private final FindPayability findPayability;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Impartiality impartiality;
    private final Delegation delegation;
    private final FramedAwards framed;
    private final Clock clock;

    OrderPayments(
            Payments payments,
            Awards awards,
            FindPayability findPayability,
            Outbox outbox,
            AuditLog audit,
            Impartiality impartiality,
            Delegation delegation,
            FramedAwards framed,
            Clock clock) {
        this.impartiality = impartiality;
        this.delegation = delegation;
        this.framed = framed;
        this.payments = payments;
        this.awards = awards;
        this.findPayability = findPayability;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Orders one payment, for example an instalment. */
    @Transactional
    public Outcome order(AwardId id, Kroner amount, LocalDate dueOn, String orderedBy) {
        var found = awards.lock(id);
        if (found.isEmpty()) {
            return new Outcome.UnknownAward();
        }
        var award = found.get();
        if (!isTheirs(award)) {
            return new Outcome.UnknownAward();
        }
        impartiality.require("payment.ordered", award.purpose().scheme());
        var today = BusinessDates.today(clock);
        var broken = new ArrayList<BrokenRule>(framed.brokenBy(List.of(award), "/awardId"));
        if (award.status() != AwardStatus.ACCEPTED) {
            broken.add(BrokenRule.of("payment.award-not-accepted", "/awardId", "reference", award.reference()));
        }
        var ordered = payments.ordered(id).minus(award.claimed());
        var left = award.amount().minus(ordered);
        var payability = findPayability.of(award);
        if (amount.compareTo(left) > 0) {
            broken.add(BrokenRule.of(
                    "payment.exceeds-award", "/amount", "amount", amount, "left", left, "award", award.amount()));
        } else {
            payability.planRule(ordered, amount, dueOn).ifPresent(broken::add);
        }
        if (!amount.isPositive()) {
            broken.add(BrokenRule.of("payment.amount-not-positive", "/amount"));
        }
        payability.accountRule("/awardId").ifPresent(broken::add);
        dueRule(dueOn, today).ifPresent(broken::add);
        if (!broken.isEmpty() || payability.payableTo().isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var payment = payment(payability, ordered, amount, dueOn, Optional.empty(), act(orderedBy));
        store(List.of(payment));
        audit.decision("payment.ordered", payment.id().toString(), Map.of("amount", amount.toString()));
        return new Outcome.Ordered(payment);
    }

    /** Orders what the plan lets be paid by the date of every accepted award of a scheme's year. */
    @Transactional
    public BatchOutcome orderAll(SchemeId scheme, Year year, LocalDate dueOn, String orderedBy) {
        impartiality.require("payment-batch.ordered", scheme);
        var today = BusinessDates.today(clock);
        var act = act(orderedBy);
        var batch = new PaymentBatch(PaymentBatchId.random(), scheme, year, dueOn, act);
        // Locked before it is asked what is ordered of them: another batch, whoever orders one of them alone, and
        // whoever changes their amounts come first or after.
        var own = delegation.only();
        var accepted = framed
                .payable(awards.lockAccepted(scheme, year, own).stream()
                        .filter(award -> own.map(
                                        some -> some.contains(award.holder().municipality()))
                                .orElse(true))
                        .toList())
                .stream()
                .filter(this::isTheirs)
                .toList();
        var ordered = payments.orderedPerAward(scheme, year);
        var payabilities = findPayability.of(accepted);
        var made = new ArrayList<Payment>();
        var left = new ArrayList<Left>();
        for (var award : accepted) {
            var payability = Optional.ofNullable(payabilities.get(award.id())).orElseThrow();
            var before = ordered.getOrDefault(award.id(), Kroner.ZERO).minus(award.claimed());
            var due = payability.payableBy(dueOn).minus(before);
            var dueWithReports = payability.plan().payableBy(dueOn, true).minus(before);
            if (due.isPositive() && payability.payableTo().isPresent()) {
                made.add(payment(payability, before, due, dueOn, Optional.of(batch.id()), act));
            }
            if (dueWithReports.isPositive()) {
                payability
                        .accountRule("")
                        .or(() -> due.equals(dueWithReports) ? Optional.empty() : payability.reportRule(""))
                        .ifPresent(why -> left.add(new Left(award.id(), award.reference(), Optional.empty(), why)));
            }
        }
        var broken = new ArrayList<BrokenRule>();
        if (made.isEmpty()) {
            broken.add(BrokenRule.of("payment.nothing-to-pay", "", "year", year.getValue()));
            left.stream().map(Left::why).forEach(broken::add);
        }
        dueRule(dueOn, today).ifPresent(broken::add);
        if (!broken.isEmpty()) {
            return new BatchOutcome.Refused(broken);
        }
        payments.add(batch);
        store(made);
        audit.decision("payment-batch.ordered", batch.id().toString(), Map.of("payments", String.valueOf(made.size())));
        return new BatchOutcome.Ordered(batch, made, left);
    }

    private boolean isTheirs(Award award) {
        return delegation.lets(
                "payment.ordered",
                award.id(),
                award.purpose().scheme(),
                () -> Optional.of(award.purpose().version()),
                award.holder().municipality());
    }

    private void store(List<Payment> made) {
        payments.add(made);
        outbox.append(made.stream().map(PaymentV1::event).toList());
    }

    private static Payment payment(
            Payability payability,
            Kroner before,
            Kroner amount,
            LocalDate dueOn,
            Optional<PaymentBatchId> batch,
            Payment.Act ordered) {
        var award = payability.award();
        return new Payment(
                PaymentId.random(),
                batch,
                1,
                PaymentStatus.ORDERED,
                award.id(),
                award.reference(),
                award.purpose().scheme(),
                award.year(),
                award.recipient().municipality(),
                award.holder().municipality(),
                amount,
                dueOn,
                payability.payableTo().orElseThrow(),
                payability.needsReports(before.plus(amount)),
                ordered,
                PaymentProgress.NONE);
    }

    private Payment.Act act(String by) {
        return new Payment.Act(by, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Optional<BrokenRule> dueRule(LocalDate dueOn, LocalDate today) {
        return dueOn.isBefore(today)
                ? Optional.of(BrokenRule.of("payment.due-date-passed", "/dueOn", "dueOn", dueOn, "today", today))
                : Optional.empty();
    }
}
