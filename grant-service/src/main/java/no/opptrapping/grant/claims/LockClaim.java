package no.opptrapping.grant.claims;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Year;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.values.Kroner;

/** Locks what an act on a claim reads, in the order in which reports lock it. */
@ApplicationScoped
class LockClaim {
    /**
     * What is locked until the transaction ends.
     *
     * @param available what there is to claim of its cause: in the ledger, and of no claim that has been decided
     */
    record Locked(Claim claim, Award award, Kroner available) {}

    private final Claims claims;
    private final Awards awards;
    private final Ledger ledger;

    LockClaim(Claims claims, Awards awards, Ledger ledger) {
        this.claims = claims;
        this.awards = awards;
        this.ledger = ledger;
    }

    @Transactional(TxType.MANDATORY)
    @CanIgnoreReturnValue
    Locked lock(Claim found) {
        ledger.lockAvailable(found.scheme(), found.year());
        var claim = claims.lock(found.id()).orElseThrow();
        var award = awards.find(found.award()).orElseThrow();
        return new Locked(claim, award, available(award, found.year(), found.cause()));
    }

    /** What there is to claim of the award in the year, which the caller has locked in the ledger. */
    @Transactional(TxType.MANDATORY)
    Kroner available(Award award, Year year, Claim.Cause cause) {
        var standing = ledger.standing(award.id().value(), year);
        if (standing.isEmpty()) {
            return Kroner.ZERO;
        }
        return cause.account()
                .map(standing.get()::on)
                .orElseGet(() -> standing.get()
                        .on(Account.CLAIM)
                        .minus(Kroner.sum(claims.lockOf(award.id(), year).stream()
                                .map(Claim::outstanding)
                                .toList())));
    }
}
