package no.opptrapping.platform.body;

import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.RejectedBody;
import org.jspecify.annotations.Nullable;

/**
 * A body as far as it could be read, for who can say more of that part than the form itself: whether a number is in the
 * register, for example. An operation that asks for this instead of the form answers with the faults, and with its own.
 *
 * @param read holds nothing where something could not be read, also where its types promise something, unless there are
 *     no faults; null when the body as a whole could not be read
 * @param faults everything that is wrong with the body by itself
 * @param more whether the reading stopped, so that there may be more faults
 */
public record PartlyRead<F>(@Nullable F read, List<BrokenRule> faults, boolean more) {
    public PartlyRead {
        faults = List.copyOf(faults);
    }

    /**
     * What could be read.
     *
     * @throws RejectedBody when that is nothing
     */
    public F form() {
        if (read == null) {
            throw new RejectedBody(faults, more);
        }
        return read;
    }
}
