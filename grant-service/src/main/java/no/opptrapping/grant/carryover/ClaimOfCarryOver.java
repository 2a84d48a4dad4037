package no.opptrapping.grant.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.Year;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.platform.values.Kroner;

/** Takes in that what is unspent is claimed back, so that it can no longer be carried over; or that less of it is. */
@ApplicationScoped
public class ClaimOfCarryOver {
    private final CarryOvers carryOvers;
    private final KeepCarryOver keep;

    ClaimOfCarryOver(CarryOvers carryOvers, KeepCarryOver keep) {
        this.carryOvers = carryOvers;
        this.keep = keep;
    }

    /** More of what is unspent of the award in the year is claimed back, or less when negative; the caller has locked the year. */
    @Transactional(TxType.MANDATORY)
    public void claimed(Award award, Year from, Kroner change, Instant at) {
        var before = carryOvers.lock(CarryOverId.of(award.id(), from));
        before.ifPresent(one -> keep.keep(before, one.claimedBack(change, at), award));
    }
}
