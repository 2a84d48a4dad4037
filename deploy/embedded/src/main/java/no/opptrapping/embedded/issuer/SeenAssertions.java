package no.opptrapping.embedded.issuer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Remembers the identifiers of assertions until they expire, so that none is accepted twice. */
final class SeenAssertions {
    private static final int LIMIT = 10_000;

    private final Map<String, Instant> expiries = new HashMap<>();

    /** Notes the identifier; false if it was seen before, or if so many are in force that no more are taken in. */
    synchronized boolean note(String identifier, Instant expiry, Instant now) {
        if (expiries.size() >= LIMIT) {
            expiries.values().removeIf(other -> other.isBefore(now));
        }
        return expiries.size() < LIMIT && expiries.putIfAbsent(identifier, expiry) == null;
    }
}
