package no.opptrapping.grant.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * A payment (<i>utbetaling</i>) of an award or of a part of it.
 *
 * @param batch the batch that it was ordered in, if any
 * @param version 1 when it is ordered, one more for each step
 * @param municipality the award's recipient
 * @param payee the municipality that is paid: the recipient, or the one that has taken over the award
 * @param amount above zero
 * @param account the holder's account in force when it was ordered
 * @param needsReports whether it waits while an earlier report is overdue
 * @param progress what has become of it since
 */
public record Payment(
        PaymentId id,
        Optional<PaymentBatchId> batch,
        long version,
        PaymentStatus status,
        AwardId award,
        String awardReference,
        SchemeId scheme,
        Year year,
        MunicipalityId municipality,
        MunicipalityId payee,
        Kroner amount,
        LocalDate dueOn,
        AccountNumber account,
        boolean needsReports,
        Act ordered,
        PaymentProgress progress) {
    /** Who did something, and when. */
    public record Act(String by, Instant at) {}

    /**
     * The bank's word that the money has left.
     *
     * @param reference the bank's own name for it
     */
    public record Confirmation(String by, Instant at, LocalDate paidOn, String reference) {}

    /**
     * What it takes of the award: its amount while it is on its way or has left; of money that came back what settled a claim,
     * which is not the award's any more.
     */
    public Kroner taken() {
        return status.counts()
                ? amount
                : progress.failed().map(PaymentProgress.Failure::claimSettled).orElse(Kroner.ZERO);
    }

    /** The payment, approved by another person than the one who ordered it. */
    Payment approvedBy(Act act) {
        if (act.by().equals(ordered.by())) {
            throw new IllegalStateException("Payment " + id + " cannot be approved by " + act.by());
        }
        return step(PaymentStatus.APPROVED, progress.approved(act), status == PaymentStatus.ORDERED);
    }

    /** The payment in a file to the bank. */
    Payment sent(PaymentProgress.Sending sending) {
        return step(PaymentStatus.SENT, progress.sent(sending), status == PaymentStatus.APPROVED);
    }

    /** The payment, carried out. */
    Payment confirmedBy(Confirmation confirmation) {
        return step(PaymentStatus.CONFIRMED, progress.confirmed(confirmation), status.isWithTheBank());
    }

    /** The payment that the bank would not carry out. */
    Payment rejected(PaymentProgress.Failure failure) {
        return step(PaymentStatus.REJECTED, progress.failed(failure), status.isWithTheBank());
    }

    /** The payment whose money came back. */
    Payment returned(PaymentProgress.Failure failure) {
        return step(PaymentStatus.RETURNED, progress.failed(failure), status == PaymentStatus.CONFIRMED);
    }

    /** The payment that is not to be carried out. */
    Payment cancelled(PaymentProgress.Cancellation cancellation) {
        return step(PaymentStatus.CANCELLED, progress.cancelled(cancellation), status.isUnsent());
    }

    /** The payment, to the municipality that has taken over the award. */
    Payment to(MunicipalityId other) {
        if (!status.isUnsent()) {
            throw new IllegalStateException("Payment " + id + " is with the bank");
        }
        return with(version, status, other, progress);
    }

    private Payment step(PaymentStatus next, PaymentProgress after, boolean possible) {
        if (!possible) {
            throw new IllegalStateException("Payment " + id + " is " + status + " and cannot be " + next);
        }
        return with(version + 1, next, payee, after);
    }

    private Payment with(long number, PaymentStatus becomes, MunicipalityId to, PaymentProgress after) {
        return new Payment(
                id,
                batch,
                number,
                becomes,
                award,
                awardReference,
                scheme,
                year,
                municipality,
                to,
                amount,
                dueOn,
                account,
                needsReports,
                ordered,
                after);
    }
}
