package no.opptrapping.platform.rounds;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Carries out what a schedule does, item by item, so that one item's trouble never stops the others. What fails is tried
 * again in the next round; it is an alarm once, when it begins to fail, and counted in the metric
 * {@code opptrapping.rounds.failing} for as long as it does.
 */
@ApplicationScoped
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    /** What stands for the round itself, when not even its items can be found. */
    private static final String ITSELF = "the round itself";

    private final MeterRegistry registry;
    private final Map<String, Set<String>> failing = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Rounds(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What fails from now on fails because everything is being closed. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Does something with each item. An item is known by its text.
     *
     * @param round what is done, as the metric names it
     * @param items what is left to do
     * @param act what is done with each, in a transaction of its own if it needs one
     * @return whether all went well
     */
    @CanIgnoreReturnValue
    public <T> boolean each(String round, Supplier<? extends Iterable<T>> items, Consumer<? super T> act) {
        var failed = new HashSet<String>();
        try {
            for (var item : items.get()) {
                if (stopping) {
                    return false;
                }
                attempt(round, item.toString(), () -> act.accept(item), failed);
            }
        } catch (RuntimeException | LinkageError failure) {
            fail(round, ITSELF, failure, failed);
        }
        if (stopping) {
            return false;
        }
        var before = failing(round);
        before.stream()
                .filter(item -> !failed.contains(item))
                .forEach(item -> LOG.infof("%s: %s goes well again", round, item));
        before.retainAll(failed);
        return failed.isEmpty();
    }

    /** Does something that has no items. */
    @CanIgnoreReturnValue
    public boolean once(String round, Runnable act) {
        return each(round, () -> List.of(ITSELF), _ -> act.run());
    }

    private void attempt(String round, String item, Runnable act, Set<String> failed) {
        try {
            act.run();
        } catch (RuntimeException | LinkageError failure) {
            fail(round, item, failure, failed);
        }
    }

    private void fail(String round, String item, Throwable failure, Set<String> failed) {
        if (stopping) {
            LOG.debugf(failure, "%s: %s ended with the service", round, item);
            return;
        }
        failed.add(item);
        if (failing(round).add(item)) {
            LOG.errorf(failure, "%s: %s fails and is tried again; the others go on", round, item);
        } else {
            LOG.debugf(failure, "%s: %s still fails", round, item);
        }
    }

    private Set<String> failing(String round) {
        return failing.computeIfAbsent(round, this::measured);
    }

    private Set<String> measured(String round) {
        Set<String> items = ConcurrentHashMap.newKeySet();
        Gauge.builder("opptrapping.rounds.failing", items, Set::size)
                .tag("round", round)
                .description("Items of what is done again and again that fail at present")
                .register(registry);
        return items;
    }
}
