package no.opptrapping.grant.allocation.changes;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.Recent;
import no.opptrapping.grant.allocation.runs.RunId;

/**
 * Explains what changed from one run of a scheme to another, last year's adopted one unless another is named. What was
 * computed last is kept, and one change is computed at a time, by threads of its own on all cores.
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

        /** Nobody is known to have taken over from these, by their names. */
        record NotMovable(List<String> municipalities) implements Outcome {
            public NotMovable {
                municipalities = List.copyOf(municipalities);
            }
        }
    }

    private record Compared(RunId from, String fromHash, RunId to, String toHash) {}

    private final RunPairs pairs;
    private final Recent<Compared, ChangeTable> recent = new Recent<>(16);
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final ForkJoinPool threads = new ForkJoinPool(Runtime.getRuntime().availableProcessors());

    ExplainChange(RunPairs pairs) {
        this.pairs = pairs;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** The change to the run from the other, or from last year's. */
    public Outcome explain(RunId id, Optional<RunId> from) {
        var run = pairs.find(id);
        if (run.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (from.isEmpty()) {
            return pairs.former(run.get())
                    .map(former -> explain(former, run.get()))
                    .orElseGet(() -> new Outcome.NoFormer(run.get().year().getValue() - 1));
        }
        return pairs.find(from.get())
                .map(former -> explain(former, run.get()))
                .orElseGet(() -> new Outcome.UnknownFormer(from.get()));
    }

    private Outcome explain(AllocationRun from, AllocationRun to) {
        if (from.id().equals(to.id())) {
            return new Outcome.SameRun();
        }
        if (!from.scheme().equals(to.scheme())) {
            return new Outcome.OtherScheme();
        }
        return ComputedRun.of(from)
                .map(older -> ComputedRun.of(to)
                        .map(newer -> explain(older, newer, true))
                        .orElseGet(() -> new Outcome.NotReproducible(to.id())))
                .orElseGet(() -> new Outcome.NotReproducible(from.id()));
    }

    /** The change; without the mean it is quick, and nothing is kept of it. */
    Outcome explain(ComputedRun from, ComputedRun to, boolean mean) {
        var date = RunPairs.structureOf(to);
        if (RunPairs.structureOf(from).isAfter(date)) {
            return new Outcome.NewerStructure(RunPairs.structureOf(from).toString(), date.toString());
        }
        var decompose = new DecomposeChange(side(from), side(to), pairs.heirsOn(date));
        var lost = decompose.lost();
        if (!lost.isEmpty()) {
            return new Outcome.NotMovable(pairs.names(from, lost));
        }
        if (!mean) {
            return new Outcome.Explained(from, to, decompose.decompose(false, this::onAllCores));
        }
        var compared = new Compared(
                from.run().id(),
                from.run().resultHash(),
                to.run().id(),
                to.run().resultHash());
        oneAtATime.lock();
        try {
            return recent.get(compared, () -> Optional.of(decompose.decompose(true, this::onAllCores)))
                    .<Outcome>map(table -> new Outcome.Explained(from, to, table))
                    .orElseGet(Outcome.Unknown::new);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void onAllCores(int municipalities, IntConsumer work) {
        threads.submit(() -> IntStream.range(0, municipalities).parallel().forEach(work))
                .join();
    }

    private static DecomposeChange.Side side(ComputedRun run) {
        return new DecomposeChange.Side(run.inputs(), run.result());
    }
}
