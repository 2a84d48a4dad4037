package no.opptrapping.local.grantyear;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import no.opptrapping.local.ScenarioFailure;

/** Waits, bounded, for what events bring: asks again until it is so, and names what it waited for when it is not. */
final class Patience {
    private static final Duration MOST = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Patience() {}

    static void until(String what, BooleanSupplier isSo) {
        if (!asLongAs(MOST, isSo)) {
            throw new ScenarioFailure("Waited " + MOST.toSeconds() + " seconds in vain until " + what + ".");
        }
    }

    /** Whether it became so within the time. */
    @CanIgnoreReturnValue
    static boolean asLongAs(Duration most, BooleanSupplier isSo) {
        var giveUp = Instant.now().plus(most);
        while (!isSo.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ScenarioFailure("The grant year was interrupted.", e);
            }
        }
        return true;
    }
}
