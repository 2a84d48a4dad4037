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
 * @param account the account that the award was accepted with
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
        Act ordered,
        Optional<Act> approved,
        Optional<Confirmation> confirmed) {
    /** Who did something, and when. */
    public record Act(String by, Instant at) {}

    /**
     * The bank's word that the money has left.
     *
     * @param reference the bank's own name for it
     */
    public record Confirmation(String by, Instant at, LocalDate paidOn, String reference) {}

    /** The payment, approved by another person than the one who ordered it. */
    Payment approvedBy(Act act) {
        if (act.by().equals(ordered.by()) || status != PaymentStatus.ORDERED) {
            throw new IllegalStateException("Payment " + id + " cannot be approved by " + act.by());
        }
        return step(PaymentStatus.APPROVED, Optional.of(act), Optional.empty());
    }

    /** The payment, carried out. */
    Payment confirmedBy(Confirmation confirmation) {
        if (status != PaymentStatus.APPROVED) {
            throw new IllegalStateException("Payment " + id + " is not approved");
        }
        return step(PaymentStatus.CONFIRMED, approved, Optional.of(confirmation));
    }

    /** The payment, to the municipality that has taken over the award. */
    Payment to(MunicipalityId other) {
        if (status == PaymentStatus.CONFIRMED) {
            throw new IllegalStateException("Payment " + id + " has been carried out");
        }
        return new Payment(
                id,
                batch,
                version,
                status,
                award,
                awardReference,
                scheme,
                year,
                municipality,
                other,
                amount,
                dueOn,
                account,
                ordered,
                approved,
                confirmed);
    }

    private Payment step(PaymentStatus next, Optional<Act> approval, Optional<Confirmation> confirmation) {
        return new Payment(
                id,
                batch,
                version + 1,
                next,
                award,
                awardReference,
                scheme,
                year,
                municipality,
                payee,
                amount,
                dueOn,
                account,
                ordered,
                approval,
                confirmation);
    }
}
