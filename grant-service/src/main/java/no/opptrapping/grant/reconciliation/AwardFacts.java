package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.ledger.Account.AWARDED;
import static no.opptrapping.grant.ledger.Account.AWARDED_UNPAID;
import static no.opptrapping.grant.ledger.Account.CARRIED_IN;
import static no.opptrapping.grant.ledger.Account.CARRIED_OVER;
import static no.opptrapping.grant.ledger.Account.CARRIED_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.CLAIM;
import static no.opptrapping.grant.ledger.Account.PAID_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.SPENT;
import static no.opptrapping.grant.ledger.Account.UNSPENT;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.platform.values.Kroner;

/**
 * What is known of an award in a year besides the ledger: all of it in the year that it was given for, and in a later one what
 * was carried over into it.
 *
 * @param reference empty when no award of that identity exists
 * @param amount the award's amount, zero when it is no longer valid
 * @param paid the sum of its payments that were confirmed and not returned
 * @param claimed what its reductions have claimed back of the paid
 * @param spent what the year's last approved report says
 * @param unspent what the year's last approved report says
 * @param carriedIn what was carried over into the year
 * @param carriedOver what of the unspent has been carried over to the next year
 */
public record AwardFacts(
        UUID award,
        Optional<String> reference,
        Kroner amount,
        Kroner paid,
        Kroner claimed,
        Kroner spent,
        Kroner unspent,
        Kroner carriedIn,
        Kroner carriedOver) {
    static AwardFacts unknown(UUID award) {
        return new AwardFacts(
                award,
                Optional.empty(),
                Kroner.ZERO,
                Kroner.ZERO,
                Kroner.ZERO,
                Kroner.ZERO,
                Kroner.ZERO,
                Kroner.ZERO,
                Kroner.ZERO);
    }

    /**
     * The balances that follow; every account of the award that is not named here is to be empty. Money is either of the year or
     * carried in: what is reported is of the one that there is.
     */
    Map<Account, Kroner> expected() {
        var kept = paid.minus(claimed);
        var reported = spent.plus(unspent);
        var ofCarried = carriedIn.isZero() ? Kroner.ZERO : reported;
        return Map.of(
                AWARDED, amount,
                AWARDED_UNPAID, amount.minus(kept),
                PAID_UNREPORTED, kept.minus(reported.minus(ofCarried)),
                CLAIM, claimed,
                SPENT, spent,
                UNSPENT, unspent.minus(carriedOver),
                CARRIED_OVER, carriedOver,
                CARRIED_IN, carriedIn.negated(),
                CARRIED_UNREPORTED, carriedIn.minus(ofCarried));
    }
}
