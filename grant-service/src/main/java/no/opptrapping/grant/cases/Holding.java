package no.opptrapping.grant.cases;

import java.time.Instant;

/**
 * Who works on a case.
 *
 * @param holder the adviser's subject
 * @param givenBy the subject of the person who gave it: the holder itself when it was taken
 * @param since when it came into the holder's hands
 */
public record Holding(String holder, String givenBy, Instant since) {}
