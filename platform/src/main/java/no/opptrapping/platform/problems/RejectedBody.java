package no.opptrapping.platform.problems;

import java.io.Serial;
import java.util.List;

/** What can be read and is not what is asked for (422), with everything that is wrong with it. Only for the edge. */
public final class RejectedBody extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<BrokenRule> faults;
    private final boolean more;

    /** With the faults that were found, and whether the reading stopped there. */
    public RejectedBody(List<BrokenRule> faults, boolean more) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
        this.more = more;
    }

    public List<BrokenRule> faults() {
        return faults;
    }

    /** Whether there are more faults than these. */
    public boolean hasMore() {
        return more;
    }
}
