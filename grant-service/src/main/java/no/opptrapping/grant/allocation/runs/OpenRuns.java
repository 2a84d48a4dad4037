package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The runs that everybody may know of: what was adopted, and what was published as preliminary. */
@ApplicationScoped
public class OpenRuns {
    private final AllocationRuns runs;
    private final Preliminaries preliminaries;

    OpenRuns(AllocationRuns runs, Preliminaries preliminaries) {
        this.runs = runs;
        this.preliminaries = preliminaries;
    }

    /** The run; empty where there is none, or it is the administration's alone. */
    @Transactional
    public Optional<AllocationRun> find(RunId id) {
        return runs.find(id).filter(run -> run.isAdopted() || isPublished(id));
    }

    private boolean isPublished(RunId id) {
        return preliminaries.of(id).flatMap(Preliminary::published).isPresent();
    }
}
