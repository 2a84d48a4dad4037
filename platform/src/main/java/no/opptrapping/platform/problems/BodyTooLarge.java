package no.opptrapping.platform.problems;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A body that does not say how large it is has turned out to be larger than what is accepted. */
final class BodyTooLarge extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    BodyTooLarge() {
        super("The body is larger than what is accepted");
    }

    /** Whether a failure has it as its cause: readers of bodies wrap what they meet. */
    static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }
}
