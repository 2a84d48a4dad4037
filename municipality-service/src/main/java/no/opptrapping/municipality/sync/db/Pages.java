package no.opptrapping.municipality.sync.db;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Pages of lists with the newest first. */
final class Pages {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1L, -1L);

    private Pages() {}

    /** What the rows of a page come before, <code>:at</code> and <code>:id</code>: the last one seen, or every one there can be. */
    static <T> Map<String, Object> before(Optional<T> seen, Function<T, Instant> at, Function<T, UUID> id) {
        return Map.of("at", seen.map(at).orElse(END_OF_TIME), "id", seen.map(id).orElse(LAST));
    }
}
