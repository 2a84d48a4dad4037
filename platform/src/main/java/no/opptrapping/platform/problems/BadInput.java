package no.opptrapping.platform.problems;

import java.io.Serial;
import java.util.List;

/** A request that cannot be read (400): a parameter, cursor or header that is not of its form. Only for the edge. */
public final class BadInput extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<BrokenRule> faults;

    public BadInput(BrokenRule fault) {
        super(fault.code() + " at " + fault.pointer());
        this.faults = List.of(fault);
    }

    public List<BrokenRule> faults() {
        return faults;
    }
}
