package no.opptrapping.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which topics' events are being taken in right now and since when, in machine time. */
@ApplicationScoped
class ConsumerPulse {
    private final Map<Attempt, Long> running = new ConcurrentHashMap<>();

    /** One attempt, until it is closed. */
    final class Attempt implements AutoCloseable {
        private final String topic;

        private Attempt(String topic) {
            this.topic = topic;
        }

        @Override
        public void close() {
            running.remove(this);
        }
    }

    Attempt attempt(String topic) {
        var attempt = new Attempt(topic);
        running.put(attempt, System.nanoTime());
        return attempt;
    }

    /** The topics of which a single attempt has been running for longer than this. */
    Set<String> hungFor(Duration limit) {
        var now = System.nanoTime();
        return running.entrySet().stream()
                .filter(entry -> now - entry.getValue() > limit.toNanos())
                .map(entry -> entry.getKey().topic)
                .collect(Collectors.toSet());
    }
}
