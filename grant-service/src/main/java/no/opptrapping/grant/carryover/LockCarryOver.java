package no.opptrapping.grant.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.values.Kroner;

/** Locks what an act on a carry-over reads, in the order in which reports lock it. */
@ApplicationScoped
class LockCarryOver {
    /**
     * What is locked until the transaction ends.
     *
     * @param available what can be carried over now: unspent by the last report, and in the ledger neither carried over nor
     *     claimed
     * @param accountedFor what of it a report of the year that it was carried into has accounted for already
     */
    record Locked(CarryOver carryOver, Award award, Kroner available, Kroner accountedFor) {}

    private final CarryOvers carryOvers;
    private final Awards awards;
    private final Ledger ledger;

    LockCarryOver(CarryOvers carryOvers, Awards awards, Ledger ledger) {
        this.carryOvers = carryOvers;
        this.awards = awards;
        this.ledger = ledger;
    }

    @Transactional(TxType.MANDATORY)
    Optional<Locked> lock(CarryOverId id) {
        return carryOvers.find(id).map(found -> {
            ledger.lockAvailable(found.scheme(), found.from());
            ledger.lockAvailable(found.scheme(), found.to());
            var locked = carryOvers.lock(id).orElseThrow();
            var unspent = on(Account.UNSPENT, locked, locked.from());
            var unreported = on(Account.CARRIED_UNREPORTED, locked, locked.to());
            return new Locked(
                    locked,
                    awards.find(locked.award()).orElseThrow(),
                    locked.left().min(unspent),
                    locked.carried().minus(unreported));
        });
    }

    private Kroner on(Account account, CarryOver of, Year year) {
        return ledger.standing(of.award().value(), year)
                .map(standing -> standing.on(account))
                .orElse(Kroner.ZERO);
    }
}
