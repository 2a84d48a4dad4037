package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Set;
import no.opptrapping.grant.allocation.inputs.RunParameters;

/**
 * Says of published preliminary runs what became of them when another run of the year divides among the same: confirmed when
 * everybody gets the same, else replaced.
 */
@ApplicationScoped
class FollowPreliminaries {
    private final Preliminaries preliminaries;
    private final AllocationRuns runs;

    FollowPreliminaries(Preliminaries preliminaries, AllocationRuns runs) {
        this.preliminaries = preliminaries;
        this.runs = runs;
    }

    /** Follows them by the run, which has just been adopted or published. */
    @Transactional(TxType.MANDATORY)
    void by(AllocationRun run, Instant at) {
        for (var standing : preliminaries.lockStanding(run.scheme(), run.year())) {
            if (!standing.run().equals(run.id())) {
                runs.find(standing.run())
                        .filter(before -> divideAmongTheSame(before, run))
                        .ifPresent(before -> preliminaries.followed(
                                before.id(), new Preliminary.Following(outcome(before, run), run.id(), at)));
            }
        }
    }

    private static boolean divideAmongTheSame(AllocationRun one, AllocationRun other) {
        return parts(one.readInputs().parameters())
                .equals(parts(other.readInputs().parameters()));
    }

    private static Set<?> parts(RunParameters parameters) {
        return Set.copyOf(parameters.parts());
    }

    private static Preliminary.Outcome outcome(AllocationRun before, AllocationRun after) {
        var then = ComputedRun.of(before).map(ComputedRun::amountsByIdentity);
        return then.isPresent() && then.equals(ComputedRun.of(after).map(ComputedRun::amountsByIdentity))
                ? Preliminary.Outcome.CONFIRMED
                : Preliminary.Outcome.REPLACED;
    }
}
