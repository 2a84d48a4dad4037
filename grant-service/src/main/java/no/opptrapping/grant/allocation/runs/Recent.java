package no.opptrapping.grant.allocation.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The few things that were asked for last; what has not been asked for longest makes way. */
public final class Recent<K, V> {
    private final int most;
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

    public Recent(int most) {
        this.most = most;
    }

    /** What is kept by the key, else what is found now; nothing is kept of what is not found. */
    public Optional<V> get(K key, Supplier<Optional<V>> find) {
        var known = kept(key);
        if (known.isPresent()) {
            return known;
        }
        // Not while others wait: two that ask at once both find it.
        var found = find.get();
        found.ifPresent(value -> keep(key, value));
        return found;
    }

    private synchronized Optional<V> kept(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    private synchronized void keep(K key, V value) {
        kept.put(key, value);
        if (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
