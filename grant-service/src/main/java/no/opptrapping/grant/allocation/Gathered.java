package no.opptrapping.grant.allocation;

import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;

/** A run's inputs as far as they are known, and everything that is wrong with what was asked for. */
record Gathered(RunInputs inputs, List<BrokenRule> broken) {
    Gathered {
        broken = List.copyOf(broken);
    }

    /** Whether figures among the inputs have been withdrawn. */
    boolean usesWithdrawn() {
        return broken.stream().anyMatch(one -> one.code().equals("allocation." + GatherInputs.NOT_WITHDRAWN));
    }
}
