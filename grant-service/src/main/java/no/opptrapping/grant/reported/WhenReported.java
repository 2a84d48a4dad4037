package no.opptrapping.grant.reported;

import java.time.Instant;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;

/** What follows from an approved report; known to the rooms after this one. */
public interface WhenReported {
    /**
     * A report that counts says so of the award, again or with another amount, in the transaction that takes it in. The
     * scheme's year is locked in the ledger, which has the figure unless less is unspent than has been carried over or claimed.
     *
     * @param year the year that is reported: the award's, or a later one into which money of it was carried over
     * @param unspent zero or more
     */
    void reported(UUID award, Year year, Kroner unspent, Instant at);
}
