package no.opptrapping.grant.payments;

import java.util.Optional;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * What was left out of an act on several payments, and why.
 *
 * @param payment empty when none was ordered
 */
public record Left(AwardId award, String reference, Optional<PaymentId> payment, BrokenRule why) {
    static Left of(Payment payment, BrokenRule why) {
        return new Left(payment.award(), payment.awardReference(), Optional.of(payment.id()), why);
    }
}
