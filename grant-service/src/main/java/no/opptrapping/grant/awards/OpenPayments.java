package no.opptrapping.grant.awards;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import no.opptrapping.platform.values.Kroner;

/** The payments of awards that are not carried out, as far as a change of the awards concerns them. */
public interface OpenPayments {
    /** What of each award is with the bank; until the transaction ends, nothing of them is approved, sent or confirmed. */
    Map<AwardId, Kroner> lockWithTheBank(Set<AwardId> awards);

    /** Cancels those that are ordered and not approved: what is left of the awards is ordered again, by their new amounts. */
    void cancelUnsent(Set<AwardId> awards, String by, Instant at);
}
