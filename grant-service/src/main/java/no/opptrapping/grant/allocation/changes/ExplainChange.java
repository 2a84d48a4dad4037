package no.opptrapping.grant.allocation.changes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.grant.allocation.inputs.MovedAmounts.Successor;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Explains what changed from one run of a scheme to another, last year's adopted one unless another is named. What was
 * computed last is kept. One change is computed at a time for those that are known, on all cores, and one for all others
 * together, on half of them: what nobody may see is not computed at all.
 */
@ApplicationScoped
public class ExplainChange {
    /** What became of the question. */
    public sealed interface Outcome {
        /** The change of all municipalities. */
        record Explained(ComputedRun from, ComputedRun to, ChangeTable table) implements Outcome {}

        /** There is no such run. */
        record Unknown() implements Outcome {}

        /** There is no such run to compare with. */
        record UnknownFormer(RunId run) implements Outcome {}

        /** No run of the scheme was adopted the year before, and none was named. */
        record NoFormer(int year) implements Outcome {}

        /** Both are one run. */
        record SameRun() implements Outcome {}

        /** They are of different schemes. */
        record OtherScheme() implements Outcome {}

        /** The structure of the run to compare with is newer: figures cannot be moved back. */
        record NewerStructure(String from, String to) implements Outcome {}

        /** The engine no longer gives what this run showed. */
        record NotReproducible(RunId run) implements Outcome {}

        /** The run to compare with is of the same year or a later one, and nothing that the other took the place of. */
        record NotEarlier(int from, int to) implements Outcome {}

        /** Others are being computed, and the caller has waited as long as it may. */
        record Busy() implements Outcome {}

        /** Nobody is known to have taken over from these, by their names. */
        record NotMovable(List<String> municipalities) implements Outcome {
            public NotMovable {
                municipalities = List.copyOf(municipalities);
            }
        }
    }

    /** What may be asked, which is found out before anything is computed. */
    interface Asking {
        /** Whether runs are compared that the caller may compare. */
        boolean mayCompare(AllocationRun from, AllocationRun to);

        /** Whether the caller may see anything of it. */
        boolean maySee(RunInputs older, RunInputs newer);

        /** Whether somebody is known to ask; all others have a part of the machine together. */
        boolean isSignedIn();
    }

    /** The heirs belong to it: what is heard of a reform later may move the older run elsewhere. */
    private record Compared(
            RunId from, String fromHash, RunId to, String toHash, Map<MunicipalityId, List<Successor>> heirs) {}

    private static final int KEPT = 50;
    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final RunPairs pairs;
    private final Cache<Compared, ChangeTable> known =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();
    private final OneAtATime forTheKnown;
    private final OneAtATime forAnybody;

    @Inject
    ExplainChange(RunPairs pairs) {
        this(pairs, Runtime.getRuntime().availableProcessors());
    }

    private ExplainChange(RunPairs pairs, int cores) {
        this.pairs = pairs;
        this.forTheKnown = new OneAtATime(cores, LONGEST_WAIT);
        this.forAnybody = new OneAtATime(Math.max(1, cores / 2), Duration.ZERO);
    }

    @PreDestroy
    void stop() {
        forTheKnown.close();
        forAnybody.close();
    }

    /** The change to the run from the other, or from last year's. */
    Outcome explain(RunId id, Optional<RunId> from, Asking asking) {
        var run = pairs.find(id);
        if (run.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (from.isEmpty()) {
            return pairs.former(run.get())
                    .map(former -> explain(former, run.get(), asking))
                    .orElseGet(() -> new Outcome.NoFormer(run.get().year().getValue() - 1));
        }
        return pairs.find(from.get())
                .map(former -> explain(former, run.get(), asking))
                .orElseGet(() -> new Outcome.UnknownFormer(from.get()));
    }

    private Outcome explain(AllocationRun from, AllocationRun to, Asking asking) {
        if (from.id().equals(to.id())) {
            return new Outcome.SameRun();
        }
        if (!from.scheme().equals(to.scheme())) {
            return new Outcome.OtherScheme();
        }
        if (!asking.mayCompare(from, to)) {
            return new Outcome.NotEarlier(from.year().getValue(), to.year().getValue());
        }
        if (!asking.maySee(from.readInputs(), to.readInputs())) {
            return new Outcome.Unknown();
        }
        return ComputedRun.of(from)
                .map(older -> ComputedRun.of(to)
                        .map(newer -> explain(older, newer, asking))
                        .orElseGet(() -> new Outcome.NotReproducible(to.id())))
                .orElseGet(() -> new Outcome.NotReproducible(from.id()));
    }

    private Outcome explain(ComputedRun from, ComputedRun to, Asking asking) {
        return explain(
                from,
                to,
                decompose -> table(from, to, decompose, asking)
                        .<Outcome>map(table -> new Outcome.Explained(from, to, table))
                        .orElseGet(Outcome.Busy::new));
    }

    /** The change without the mean, which is quick: nobody waits, and nothing is kept of it. */
    Outcome chain(ComputedRun from, ComputedRun to) {
        return explain(
                from,
                to,
                decompose -> new Outcome.Explained(from, to, decompose.decompose(false, forTheKnown.workers())));
    }

    private Outcome explain(ComputedRun from, ComputedRun to, Function<DecomposeChange, Outcome> explained) {
        var date = RunPairs.structureOf(to);
        if (RunPairs.structureOf(from).isAfter(date)) {
            return new Outcome.NewerStructure(RunPairs.structureOf(from).toString(), date.toString());
        }
        var decompose = new DecomposeChange(side(from), side(to), pairs.heirsOn(date));
        var lost = decompose.lost();
        return lost.isEmpty() ? explained.apply(decompose) : new Outcome.NotMovable(pairs.names(from, lost));
    }

    private Optional<ChangeTable> table(ComputedRun from, ComputedRun to, DecomposeChange decompose, Asking asking) {
        var compared = new Compared(
                from.run().id(),
                from.run().resultHash(),
                to.run().id(),
                to.run().resultHash(),
                decompose.heirs());
        var kept = Optional.ofNullable(known.getIfPresent(compared));
        var turns = asking.isSignedIn() ? forTheKnown : forAnybody;
        return kept.isPresent() ? kept : turns.compute(workers -> computed(compared, decompose, workers));
    }

    private ChangeTable computed(Compared compared, DecomposeChange decompose, DecomposeChange.Workers workers) {
        // Whoever waited may have waited for this one.
        var kept = known.getIfPresent(compared);
        if (kept != null) {
            return kept;
        }
        var table = decompose.decompose(true, workers);
        known.put(compared, table);
        return table;
    }

    private static DecomposeChange.Side side(ComputedRun run) {
        return new DecomposeChange.Side(run.inputs(), run.result());
    }
}
