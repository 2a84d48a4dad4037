package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.municipality.sync.Synchronisation.Found;

/** Keeps what becomes of runs, each step in a transaction of its own: no transaction waits for a source. */
@ApplicationScoped
class RecordRuns {
    /** A run that has not ended after this long was interrupted, for no source is waited for as long. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final SyncRuns runs;
    private final Proposals proposals;
    private final Clock clock;

    RecordRuns(SyncRuns runs, Proposals proposals, Clock clock) {
        this.runs = runs;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** Begins a run, unless another of the same source is under way. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<SyncRun> begin(Source source) {
        var now = clock.instant();
        var running = runs.lockAndFindRunning(source);
        if (running.isPresent()) {
            if (running.get().startedAt().plus(LONGEST).isAfter(now)) {
                return Optional.empty();
            }
            runs.put(running.get().failed(new SourceFault(SourceFault.Reason.INTERNAL, Map.of()), now));
        }
        var run = SyncRun.started(UUID.randomUUID(), source, now);
        runs.put(run);
        return Optional.of(run);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    SyncRun fail(SyncRun run, SourceFault fault) {
        var failed = run.failed(fault, clock.instant());
        runs.put(failed);
        return failed;
    }

    /** Ends a run with a proposal if there is something to adopt; what was proposed before gives way to it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    SyncRun finish(SyncRun run, Found found) {
        var now = clock.instant();
        var adoptable =
                found.differences().stream().filter(Difference::canBeAdopted).toList();
        var notices = found.differences().stream()
                .filter(difference -> !difference.canBeAdopted())
                .toList();
        var open = proposals.open(run.source());
        var same = open.stream()
                .filter(proposal -> proposal.basis().equals(found.basis())
                        && proposal.differences().equals(adoptable))
                .findFirst();
        open.stream()
                .filter(proposal -> !same.equals(Optional.of(proposal)))
                .forEach(proposal -> proposals.put(proposal.superseded(now)));
        var proposed = same.map(Proposal::id).or(() -> propose(run.source(), found.basis(), adoptable));
        var finished = run.finished(proposed, notices, now);
        runs.put(finished);
        return finished;
    }

    private Optional<UUID> propose(Source source, String basis, List<Difference> differences) {
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        var proposal = new Proposal(
                UUID.randomUUID(),
                source,
                clock.instant(),
                basis,
                differences,
                Proposal.Status.OPEN,
                Optional.empty(),
                Optional.empty());
        proposals.put(proposal);
        return Optional.of(proposal.id());
    }
}
