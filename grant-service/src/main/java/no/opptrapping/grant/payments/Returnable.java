package no.opptrapping.grant.payments;

import java.util.Optional;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.values.Kroner;

/**
 * What has been paid of an award and can come back from the bank: what no approved report has accounted for, and what has been
 * claimed. Money that an approved report has accounted for comes back only when the report is corrected.
 *
 * @param unreported paid, neither accounted for nor claimed
 * @param claimed paid, and claimed back by a reduction of the award
 */
record Returnable(Kroner unreported, Kroner claimed) {
    /** As the ledger has it; until the transaction ends it stays. */
    static Returnable of(Ledger ledger, Payment payment) {
        ledger.lockAvailable(payment.scheme(), payment.year());
        return ledger.standing(payment.award().value())
                .map(Returnable::of)
                .orElse(new Returnable(Kroner.ZERO, Kroner.ZERO));
    }

    static Returnable of(AwardStanding standing) {
        return new Returnable(standing.on(Account.PAID_UNREPORTED), claimedUnreported(standing));
    }

    /** What has been claimed of what a report has accounted for is not the bank's to bring back. */
    private static Kroner claimedUnreported(AwardStanding standing) {
        var ofReported = standing.on(Account.CLAIMED_UNSPENT).plus(standing.on(Account.CLAIMED_SPENT));
        return standing.on(Account.CLAIM).minus(ofReported).max(Kroner.ZERO);
    }

    /** What of a claim is settled when so much comes back: as little as possible; empty when so much cannot. */
    Optional<Kroner> settledBy(Kroner amount) {
        return Optional.of(amount.minus(unreported).max(Kroner.ZERO)).filter(part -> part.compareTo(claimed) <= 0);
    }

    Returnable without(Kroner amount, Kroner settled) {
        return new Returnable(unreported.minus(amount.minus(settled)), claimed.minus(settled));
    }

    Returnable with(Kroner paid) {
        return new Returnable(unreported.plus(paid), claimed);
    }
}
