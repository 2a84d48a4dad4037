package no.opptrapping.grant.allocation.engine;

import java.util.List;

/** What a division came to: the amounts, or every rule that stands in the way. */
public sealed interface Outcome<D extends Division> {
    /** The budget could be divided. */
    record Allocated<D extends Division>(D division) implements Outcome<D> {}

    /** It could not, for all of these reasons. */
    record Impossible<D extends Division>(List<Fault> faults) implements Outcome<D> {
        public Impossible {
            faults = List.copyOf(faults);
        }
    }
}
