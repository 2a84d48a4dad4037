package no.opptrapping.grant.allocation;

import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;

/** A run's inputs as far as they are known, and everything that is wrong with what was asked for. */
record Gathered(RunInputs inputs, List<BrokenRule> broken) {
    Gathered {
        broken = List.copyOf(broken);
    }
}
