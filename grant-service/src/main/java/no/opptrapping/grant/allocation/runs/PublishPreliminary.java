package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.opptrapping.grant.appropriations.Appropriations;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.platform.access.AuditLog;

/**
 * Publishes indicative amounts (<i>foreløpige tall</i>) as another person than the one who made the run. Nobody is awarded
 * anything; a preliminary run of the year that was published before is replaced.
 */
@ApplicationScoped
public class PublishPreliminary {
    /** What became of it. */
    public sealed interface Outcome {
        /** It can be read by everybody. */
        record Published(AllocationRun run) implements Outcome {}

        /** There is no such run. */
        record Unknown() implements Outcome {}

        /** The run was not made to be published so. */
        record NotPreliminary() implements Outcome {}

        /** Somebody has published it before. */
        record PublishedBefore() implements Outcome {}

        /** The person made the run, and a second one must publish it. */
        record MadeBySamePerson() implements Outcome {}

        /** The person is disqualified in the scheme. */
        record Disqualified() implements Outcome {}

        /** The year's appropriation has been approved: what is divided now is money. */
        record TooLate() implements Outcome {}

        /** The engine no longer gives what the run showed; it must be simulated again. */
        record NotReproducible() implements Outcome {}
    }

    private final AllocationRuns runs;
    private final Preliminaries preliminaries;
    private final FollowPreliminaries follow;
    private final Appropriations appropriations;
    private final OwnRuns ownRuns;
    private final Disqualifications disqualifications;
    private final AuditLog audit;
    private final Clock clock;

    PublishPreliminary(
            AllocationRuns runs,
            Preliminaries preliminaries,
            FollowPreliminaries follow,
            Appropriations appropriations,
            OwnRuns ownRuns,
            Disqualifications disqualifications,
            AuditLog audit,
            Clock clock) {
        this.runs = runs;
        this.preliminaries = preliminaries;
        this.follow = follow;
        this.appropriations = appropriations;
        this.ownRuns = ownRuns;
        this.disqualifications = disqualifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome publish(RunId id, String by) {
        var found = runs.lock(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var run = found.get();
        if (!ownRuns.has(run.readInputs().parameters())) {
            return denied(run, "another decides by it", new Outcome.Unknown());
        }
        if (disqualifications.covers(by, run.scheme())) {
            return denied(run, "disqualified", new Outcome.Disqualified());
        }
        if (run.madeBy().equals(by)) {
            return denied(run, "made by the same person", new Outcome.MadeBySamePerson());
        }
        var preliminary = preliminaries.of(id);
        if (preliminary.isEmpty()) {
            return new Outcome.NotPreliminary();
        }
        if (preliminary.get().published().isPresent()) {
            return new Outcome.PublishedBefore();
        }
        if (appropriations.of(run.scheme(), run.year()).isPresent()) {
            return new Outcome.TooLate();
        }
        if (ComputedRun.of(run).isEmpty()) {
            return new Outcome.NotReproducible();
        }
        var publication = new AllocationRun.Adoption(by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        follow.by(run, publication.at());
        preliminaries.published(id, publication);
        audit.decision(
                "allocation-run.published",
                id.toString(),
                Map.of(
                        "inputHash", run.inputHash(),
                        "resultHash", run.resultHash(),
                        "sum", run.sum().toString()));
        return new Outcome.Published(run);
    }

    private Outcome denied(AllocationRun run, String because, Outcome outcome) {
        audit.denied("allocation-run.published", run.id().toString(), Map.of("because", because));
        return outcome;
    }
}
