package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.Outbox;

/** Sends approved payments to the bank: finds those that can be, and has them sent when they stand in a file. */
@ApplicationScoped
public class SendPayments {
    /**
     * Approved payments, locked until the transaction ends.
     *
     * @param possible those that nothing stands in the way of
     * @param left the others
     */
    public record Found(List<Payment> possible, List<Left> left) {}

    private final Payments payments;
    private final FindPayability findPayability;
    private final Outbox outbox;
    private final Impartiality impartiality;
    private final Clock clock;

    SendPayments(
            Payments payments, FindPayability findPayability, Outbox outbox, Impartiality impartiality, Clock clock) {
        this.payments = payments;
        this.findPayability = findPayability;
        this.outbox = outbox;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    /** Finds at most so many, by the references of their awards. */
    @Transactional(TxType.MANDATORY)
    public Found find(Optional<SchemeId> scheme, Optional<Year> year, int limit) {
        var approved = payments.lockApproved(scheme, year, limit);
        approved.stream().map(Payment::scheme).distinct().forEach(one -> impartiality.require("payment.sent", one));
        var payabilities = findPayability.ofPayments(approved);
        var possible = new ArrayList<Payment>();
        var left = new ArrayList<Left>();
        for (var payment : approved) {
            var broken = Optional.ofNullable(payabilities.get(payment.award()))
                    .map(payability -> payability.inTheWayOf(payment, ""))
                    .orElse(List.of());
            broken.stream().findFirst().ifPresent(why -> left.add(Left.of(payment, why)));
            if (broken.isEmpty()) {
                possible.add(payment);
            }
        }
        return new Found(possible, left);
    }

    /** Has the payments sent in the file of that number. */
    @Transactional(TxType.MANDATORY)
    public void sent(List<Payment> inFile, long file, String by) {
        var sending = new PaymentProgress.Sending(by, clock.instant().truncatedTo(ChronoUnit.MICROS), file);
        var sent = inFile.stream().map(payment -> payment.sent(sending)).toList();
        payments.update(sent);
        outbox.append(sent.stream().map(PaymentV1::event).toList());
    }
}
