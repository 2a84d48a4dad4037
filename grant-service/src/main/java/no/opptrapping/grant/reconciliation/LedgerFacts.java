package no.opptrapping.grant.reconciliation;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.ledger.Journal;
import no.opptrapping.grant.schemes.SchemeId;

/** What the ledger is held against, added up in the database; all of it as it stood at one moment. */
public interface LedgerFacts {
    /**
     * Has everything that is read in this transaction be as it stands now, without holding anybody up. To be called
     * before anything is read in it.
     */
    void holdStill();

    /** The schemes' years that have balances, those that fit. */
    List<Journal.SchemeYear> schemeYears(Optional<SchemeId> scheme, Optional<Year> year);

    /** What is known of a scheme's year, with the sums of its awards instead of each. */
    SchemeYearFacts of(SchemeId scheme, Year year);

    /** Accounts of a scheme's year's awards that say something else than the other rooms, at most so many. */
    List<OutOfStep> outOfStep(SchemeId scheme, Year year, int most);

    /** Which of the awards are of a scheme's year that fits. */
    Set<UUID> among(Set<UUID> awards, Optional<SchemeId> scheme, Optional<Year> year);
}
