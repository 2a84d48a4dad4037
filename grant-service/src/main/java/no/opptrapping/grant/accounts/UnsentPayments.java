package no.opptrapping.grant.accounts;

import java.time.Instant;
import no.opptrapping.grant.awards.AwardId;

/** The payments of an award, as far as a change of its account concerns them. */
public interface UnsentPayments {
    /** Whether the bank has one that it has not answered. */
    boolean anyWithTheBank(AwardId award);

    /**
     * Cancels those that are not sent: what was approved to one account is never paid to another. What they would have
     * paid can be ordered again.
     *
     * @return how many
     */
    int cancel(AwardId award, String by, Instant at);
}
