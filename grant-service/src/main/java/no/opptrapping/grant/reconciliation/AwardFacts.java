package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.ledger.Account.AWARDED;
import static no.opptrapping.grant.ledger.Account.AWARDED_UNPAID;
import static no.opptrapping.grant.ledger.Account.CARRIED_IN;
import static no.opptrapping.grant.ledger.Account.CARRIED_OVER;
import static no.opptrapping.grant.ledger.Account.CARRIED_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.CLAIM;
import static no.opptrapping.grant.ledger.Account.CLAIMED_CONTRA;
import static no.opptrapping.grant.ledger.Account.CLAIMED_SPENT;
import static no.opptrapping.grant.ledger.Account.CLAIMED_UNSPENT;
import static no.opptrapping.grant.ledger.Account.PAID_UNREPORTED;
import static no.opptrapping.grant.ledger.Account.REPAID;
import static no.opptrapping.grant.ledger.Account.SPENT;
import static no.opptrapping.grant.ledger.Account.UNSPENT;
import static no.opptrapping.grant.ledger.Account.WRITTEN_OFF;

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
 * @param claims what else has been claimed back, and what has become of all that was
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
        Kroner carriedOver,
        Claims claims) {
    /**
     * What the steps of its claims say.
     *
     * @param ofUnspent claimed back of the unspent
     * @param ofSpent claimed back of the spent
     * @param repaid paid back, or settled against payments
     * @param writtenOff given up
     */
    public record Claims(Kroner ofUnspent, Kroner ofSpent, Kroner repaid, Kroner writtenOff) {
        /** Nothing but what reductions have claimed. */
        static final Claims NONE = new Claims(Kroner.ZERO, Kroner.ZERO, Kroner.ZERO, Kroner.ZERO);
    }

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
                Kroner.ZERO,
                Claims.NONE);
    }

    /**
     * The balances that follow; every account of the award that is not named here is to be empty. Money is either of the year or
     * carried in: what is reported is of the one that there is.
     */
    Map<Account, Kroner> expected() {
        var kept = paid.minus(claimed);
        var reported = spent.plus(unspent);
        var ofCarried = carriedIn.isZero() ? Kroner.ZERO : reported;
        var ofReported = claims.ofUnspent().plus(claims.ofSpent());
        return Map.ofEntries(
                Map.entry(AWARDED, amount),
                Map.entry(AWARDED_UNPAID, amount.minus(kept)),
                Map.entry(PAID_UNREPORTED, kept.minus(reported.minus(ofCarried))),
                Map.entry(CLAIM, claimed.plus(ofReported).minus(claims.repaid()).minus(claims.writtenOff())),
                Map.entry(REPAID, claims.repaid()),
                Map.entry(WRITTEN_OFF, claims.writtenOff()),
                Map.entry(CLAIMED_UNSPENT, claims.ofUnspent()),
                Map.entry(CLAIMED_SPENT, claims.ofSpent()),
                Map.entry(CLAIMED_CONTRA, ofReported.negated()),
                Map.entry(SPENT, spent.minus(claims.ofSpent())),
                Map.entry(UNSPENT, unspent.minus(carriedOver).minus(claims.ofUnspent())),
                Map.entry(CARRIED_OVER, carriedOver),
                Map.entry(CARRIED_IN, carriedIn.negated()),
                Map.entry(CARRIED_UNREPORTED, carriedIn.minus(ofCarried)));
    }
}
