package no.opptrapping.reporting.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tables that have been computed. They are given again for as long as the state that they were computed from is still the
 * state; what nobody has asked for in an hour, and what is beyond the hundred asked for last, is let go.
 *
 * @param <T> the kind of table
 */
final class KeptTables<T> {
    private final Cache<List<StatisticsRequest>, Kept<T>> latest = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private record Kept<T>(Object state, List<T> tables) {}

    /**
     * The tables that are asked for, in order.
     *
     * @param state what they depend on, read before what they are computed from is: equal when nothing of it has changed
     */
    List<T> get(List<StatisticsRequest> requests, Object state, Supplier<List<T>> compute) {
        var known = latest.getIfPresent(requests);
        if (known != null && known.state().equals(state)) {
            return known.tables();
        }
        var computed = List.copyOf(compute.get());
        latest.put(requests, new Kept<>(state, computed));
        return computed;
    }
}
