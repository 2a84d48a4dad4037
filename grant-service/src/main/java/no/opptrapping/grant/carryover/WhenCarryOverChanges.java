package no.opptrapping.grant.carryover;

import no.opptrapping.grant.awards.Award;

/** What follows from a carry-over that has changed; known to the rooms after this one. */
public interface WhenCarryOverChanges {
    /** It is so now, in the transaction that changes it; the award's year is locked in the ledger. */
    void changed(CarryOver after, Award award);
}
