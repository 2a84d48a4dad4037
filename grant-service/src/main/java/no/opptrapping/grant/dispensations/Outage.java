package no.opptrapping.grant.dispensations;

import java.time.Instant;
import java.util.UUID;

/**
 * A time in which our own system could not be used, in the outage log.
 *
 * @param from the first instant of it
 * @param to the last instant of it
 * @param what what could not be used, in words for everybody to read
 * @param proposed how many dispensations it proposed when it was registered
 */
public record Outage(UUID id, Instant from, Instant to, String what, int proposed, String by, Instant at) {}
