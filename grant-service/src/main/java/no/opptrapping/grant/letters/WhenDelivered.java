package no.opptrapping.grant.letters;

import java.time.Instant;

/** What begins to run when a letter is delivered; known to the rooms after this one. */
public interface WhenDelivered {
    /** The letter was delivered then, in the transaction that keeps it. */
    void delivered(Letter letter, Instant at);
}
