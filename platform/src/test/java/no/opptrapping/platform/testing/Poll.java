package no.opptrapping.platform.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true, at most for a given time, and says what did not happen. */
public final class Poll {
    /** Long enough for a loaded machine. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Poll() {}

    /** Waits up to {@link #LIMIT} for the condition; {@code what} completes "Waited in vain for". */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, LIMIT, condition);
    }

    /** Waits for the condition; a condition that throws counts as not yet true, and the last failure is told. */
    public static void until(String what, Duration limit, Callable<Boolean> condition) {
        untilPresent(what, limit, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** Waits up to {@link #LIMIT} for a value. */
    public static <T> T untilPresent(String what, Callable<Optional<T>> value) {
        return untilPresent(what, LIMIT, value);
    }

    /** Waits for a value; a supplier that throws counts as having none yet, and the last failure is told. */
    public static <T> T untilPresent(String what, Duration limit, Callable<Optional<T>> value) {
        var end = System.nanoTime() + limit.toNanos();
        Throwable last = null;
        while (true) {
            try {
                var found = value.call();
                if (found.isPresent()) {
                    return found.get();
                }
                last = null;
            } catch (Exception | AssertionError failure) {
                last = failure;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for " + what + " (" + limit.toSeconds() + " s)", last);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
