package no.opptrapping.municipality.sync.db;

import java.time.Instant;
import java.util.UUID;

/** Where the first page of a list with the newest first begins: after every row there can be. */
final class Pages {
    static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    static final UUID LAST = new UUID(-1L, -1L);

    private Pages() {}
}
