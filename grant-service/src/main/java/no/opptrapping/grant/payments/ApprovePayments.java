package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemerules.Delegation;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.problems.BrokenRule;

/** Approves (attesterer) ordered payments: an act of another person than the one who ordered them. */
@ApplicationScoped
public class ApprovePayments {
    /** What became of it. */
    public sealed interface Outcome {
        /**
         * The payments may be carried out.
         *
         * @param left those of the batch that something stands in the way of; they wait for approval still
         */
        record Approved(List<Payment> payments, List<Left> left) implements Outcome {}

        /** Nothing is approved: something stands in the way of each. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Nothing is approved: the person ordered them. */
        record OrderedBySamePerson() implements Outcome {}

        /** Nothing is approved: none of them waits for approval. */
        record NotOrdered(PaymentStatus status) implements Outcome {}

        /** There is no such payment or batch. */
        record Unknown() implements Outcome {}
    }

    private final Payments payments;
    private final FindPayability findPayability;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Impartiality impartiality;
    private final Delegation delegation;
    private final Awards awards;
    private final FramedAwards framed;
    private final Clock clock;

    ApprovePayments(
            Payments payments,
            FindPayability findPayability,
            Outbox outbox,
            AuditLog audit,
            Impartiality impartiality,
            Delegation delegation,
            Awards awards,
            FramedAwards framed,
            Clock clock) {
        this.findPayability = findPayability;
        this.impartiality = impartiality;
        this.delegation = delegation;
        this.awards = awards;
        this.framed = framed;
        this.payments = payments;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Approves one payment. */
    @Transactional
    public Outcome approve(PaymentId id, String approvedBy) {
        return approve("payment", id.toString(), payments.lock(id).stream().toList(), approvedBy);
    }

    /** Approves those of the batch that wait for approval. */
    @Transactional
    public Outcome approve(PaymentBatchId id, String approvedBy) {
        return approve("payment-batch", id.toString(), payments.lock(id), approvedBy);
    }

    private Outcome approve(String what, String id, List<Payment> found, String approvedBy) {
        // Of a batch with others' payments in it nothing is theirs to approve.
        if (found.isEmpty() || !areTheirs(what, found)) {
            return new Outcome.Unknown();
        }
        found.stream()
                .map(Payment::scheme)
                .distinct()
                .forEach(scheme -> impartiality.require(what + ".approved", scheme));
        var waiting = found.stream()
                .filter(payment -> payment.status() == PaymentStatus.ORDERED)
                .toList();
        if (waiting.isEmpty()) {
            return new Outcome.NotOrdered(found.getFirst().status());
        }
        if (waiting.stream().anyMatch(payment -> payment.ordered().by().equals(approvedBy))) {
            audit.denied(what + ".approval", id, Map.of("reason", "ordered by the same person"));
            return new Outcome.OrderedBySamePerson();
        }
        if (delegation.only().isPresent()) {
            var ofNoFrame = framed.brokenBy(awardsOf(waiting).values(), "");
            if (!ofNoFrame.isEmpty()) {
                return new Outcome.Refused(ofNoFrame);
            }
        }
        var payabilities = findPayability.ofPayments(waiting);
        var left = waiting.stream()
                .flatMap(payment -> Optional.ofNullable(payabilities.get(payment.award())).stream()
                        .flatMap(payability -> payability.inTheWayOf(payment, "").stream())
                        .map(why -> Left.of(payment, why)))
                .toList();
        var leftOut = left.stream().flatMap(one -> one.payment().stream()).collect(Collectors.toUnmodifiableSet());
        var possible = waiting.stream()
                .filter(payment -> !leftOut.contains(payment.id()))
                .toList();
        if (possible.isEmpty()) {
            return new Outcome.Refused(left.stream().map(Left::why).toList());
        }
        var act = new Payment.Act(approvedBy, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var approved = possible.stream().map(payment -> payment.approvedBy(act)).toList();
        payments.update(approved);
        outbox.append(approved.stream().map(PaymentV1::event).toList());
        audit.decision(what + ".approved", id, Map.of("payments", String.valueOf(approved.size())));
        return new Outcome.Approved(approved, left);
    }

    private boolean areTheirs(String what, List<Payment> found) {
        if (delegation.only().isEmpty()) {
            return true;
        }
        var paid = awardsOf(found);
        return found.stream()
                .allMatch(payment -> delegation.lets(
                        what + ".approved",
                        payment.id(),
                        payment.scheme(),
                        () -> Optional.ofNullable(paid.get(payment.award()))
                                .map(award -> award.purpose().version()),
                        payment.payee()));
    }

    private Map<AwardId, Award> awardsOf(List<Payment> some) {
        return awards.findAll(some.stream().map(Payment::award).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Award::id, Function.identity()));
    }
}
