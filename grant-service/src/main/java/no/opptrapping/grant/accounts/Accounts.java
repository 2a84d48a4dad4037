package no.opptrapping.grant.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.awards.AwardId;

/** The accounts that have been stated. Everything here takes part in the caller's transaction. */
public interface Accounts {
    /** Adds one that was stated; the award has been locked before. */
    void add(AwardAccount account);

    /** Stores what became of one; the award has been locked before. */
    void update(AwardAccount changed);

    /** The award's, those after the number, oldest first. */
    List<AwardAccount> of(AwardId award, int after, int limit);

    /** The award's accounts in force and waiting. */
    AccountStanding standing(AwardId award);

    /** The same of several awards; absent: none has been stated. */
    Map<AwardId, AccountStanding> standings(Collection<AwardId> awards);

    /** The highest number of the award's accounts, zero when there is none. */
    int lastNumber(AwardId award);
}
