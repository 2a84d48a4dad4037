package no.opptrapping.grant.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
     */
    record Locked(CarryOver carryOver, Award award, Kroner available) {}

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
            var locked = carryOvers.lock(id).orElseThrow();
            var unspent = ledger.standing(locked.award().value())
                    .map(standing -> standing.on(Account.UNSPENT))
                    .orElse(Kroner.ZERO);
            return new Locked(
                    locked,
                    awards.find(locked.award()).orElseThrow(),
                    locked.left().min(unspent));
        });
    }
}
