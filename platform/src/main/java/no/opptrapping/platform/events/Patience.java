package no.opptrapping.platform.events;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The pauses between attempts to take in an event: twice as long each time, cut short when the service stops. */
@ApplicationScoped
class Patience {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Throws {@link ConsumptionStopped} once the service stops. */
    void requireTime() {
        if (stopping.getCount() == 0) {
            throw new ConsumptionStopped();
        }
    }

    /** Waits after the given number of failed attempts (from 1). */
    void pauseAfter(int attempts) {
        try {
            if (stopping.await(pause(attempts).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ConsumptionStopped();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConsumptionStopped();
        }
    }

    static Duration pause(int attempts) {
        var pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
