package no.opptrapping.grant.allocation.inputs;

import java.util.List;
import java.util.TreeSet;
import no.opptrapping.platform.problems.BrokenRule;

/** A run's inputs as far as they are known, and everything that is wrong with what was asked for. */
public record Gathered(RunInputs inputs, List<BrokenRule> broken) {
    public Gathered {
        broken = List.copyOf(broken);
    }

    /**
     * The names of the inputs that are not what a run was computed from: those that differ, and those that have been
     * withdrawn since.
     */
    List<String> changedSince(RunInputs then) {
        var changed = new TreeSet<>(then.changedIn(inputs));
        for (var one : broken) {
            switch (one.code()) {
                case GatherFigures.INDICATOR_NOT_WITHDRAWN -> changed.add("indicators");
                case EligibleMunicipalities.GROUPING_NOT_WITHDRAWN -> changed.add("groupings");
                default -> {}
            }
        }
        return List.copyOf(changed);
    }
}
