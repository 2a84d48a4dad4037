package no.opptrapping.grant.allocation.sweeps;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.BrokenRules;
import no.opptrapping.grant.allocation.inputs.GatherInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.runs.RunDivision;
import no.opptrapping.grant.allocation.runs.SimulateAllocation;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.problems.BrokenRule;

/** Makes ready to divide the same inputs in many ways. Nothing is stored and nobody's money is touched. */
@ApplicationScoped
public class SweepAllocation {
    /**
     * What to vary.
     *
     * @param base the run that every scenario begins with and is compared with
     * @param beyond kroner per inhabitant that a winner or loser must change by strictly more than
     */
    public record Command(RunParameters base, List<SweepGrid.Axis> axes, Decimal beyond, String madeBy) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Every scenario can be tried. */
        record Ready(Sweep sweep) implements Outcome {}

        /** The base cannot be divided or the axes not be followed, for all of these reasons. */
        record Rejected(List<BrokenRule> broken) implements Outcome {}

        /** The person is disqualified in the scheme and may not prepare its decisions. */
        record Disqualified() implements Outcome {}
    }

    private final GatherInputs gatherInputs;
    private final Disqualifications disqualifications;

    SweepAllocation(GatherInputs gatherInputs, Disqualifications disqualifications) {
        this.gatherInputs = gatherInputs;
        this.disqualifications = disqualifications;
    }

    @Transactional
    public Outcome prepare(Command command) {
        var scheme = new SchemeId(UUID.fromString(command.base().scheme()));
        if (disqualifications.covers(command.madeBy(), scheme)) {
            return new Outcome.Disqualified();
        }
        var gathered = gatherInputs.gather(command.base());
        var division = new RunDivision(gathered.inputs());
        var broken = new ArrayList<BrokenRule>();
        var grid = SweepGrid.of(gathered.inputs().parameters(), command.axes(), broken);
        gathered.broken().stream().map(SweepAllocation::ofBase).forEach(broken::add);
        var result = division.divide();
        if (result instanceof Pots.Result.Impossible(var faults)) {
            BrokenRules.of(faults, gathered.inputs().parameters()).stream()
                    .filter(fault -> !SimulateAllocation.isExplainedBy(gathered.broken(), fault))
                    .map(SweepAllocation::ofBase)
                    .forEach(broken::add);
        }
        return broken.isEmpty() && grid.isPresent() && result instanceof Pots.Result.Allocated base
                ? new Outcome.Ready(new Sweep(gathered.inputs(), grid.get(), division, base, command.beyond()))
                : new Outcome.Rejected(broken);
    }

    private static BrokenRule ofBase(BrokenRule broken) {
        return new BrokenRule(broken.code(), "/run" + broken.pointer(), broken.arguments());
    }
}
