package no.opptrapping.platform.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** What this process measures about events since it started; {@link EventCounts} has what survives a restart. */
@ApplicationScoped
class EventMetrics {
    private final MeterRegistry registry;
    private final AtomicReference<Double> outboxAge = new AtomicReference<>(Double.NaN);
    private final AtomicReference<Double> outboxPending = new AtomicReference<>(Double.NaN);
    private final AtomicReference<Double> deadLettersWaiting = new AtomicReference<>(Double.NaN);
    private final Map<String, AtomicReference<Double>> lag = new ConcurrentHashMap<>();

    EventMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("opptrapping.outbox.age", outboxAge, AtomicReference::get)
                .baseUnit("seconds")
                .description("How long the oldest event has waited to be published")
                .register(registry);
        Gauge.builder("opptrapping.outbox.pending", outboxPending, AtomicReference::get)
                .description("Events that wait to be published")
                .register(registry);
        Gauge.builder("opptrapping.dead.letters.waiting", deadLettersWaiting, AtomicReference::get)
                .description("Records that were set aside and have not been taken in since")
                .register(registry);
    }

    /** The dead letters as last counted; not a number when they could not be. */
    void deadLettersWaiting(double waiting) {
        deadLettersWaiting.set(waiting);
    }

    /** The outbox as last seen; not a number when it could not be read. */
    void outbox(double ageSeconds, double pending) {
        outboxAge.set(ageSeconds);
        outboxPending.set(pending);
    }

    /** Records of a topic that this service has yet to take in; not a number when the broker could not be asked. */
    void lag(String topic, double records) {
        lag.computeIfAbsent(topic, this::lagOf).set(records);
    }

    private AtomicReference<Double> lagOf(String topic) {
        var value = new AtomicReference<>(Double.NaN);
        Gauge.builder("opptrapping.consumer.lag", value, AtomicReference::get)
                .tag("topic", topic)
                .description("Records that this service has yet to take in")
                .register(registry);
        return value;
    }

    void published(Map<String, Integer> byTopic) {
        byTopic.forEach((topic, count) ->
                registry.counter("opptrapping.events.published", "topic", topic).increment(count));
    }

    void took(String topic, Inbox.Outcome outcome) {
        var name = switch (outcome) {
            case APPLIED -> "opptrapping.events.consumed";
            case DUPLICATE -> "opptrapping.events.duplicate";
            case OUTDATED -> "opptrapping.events.outdated";
        };
        registry.counter(name, "topic", topic).increment();
    }

    void deadLettered(String topic) {
        registry.counter("opptrapping.events.dead.lettered", "topic", topic).increment();
    }
}
