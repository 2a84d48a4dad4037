package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import no.opptrapping.platform.values.Kroner;

/** What else has been adopted of a run's scheme and year, so that nobody is given the same twice without a word. */
@ApplicationScoped
public class OtherRuns {
    private static final int MOST = 500;

    private final AllocationRuns runs;

    OtherRuns(AllocationRuns runs) {
        this.runs = runs;
    }

    /**
     * Another adopted run.
     *
     * @param sum what it gave
     * @param sameDivision it divided by the same parameters, whatever its pots are called and whichever figures were
     *     the newest
     */
    public record OtherRun(
            RunId id,
            String name,
            Kroner sum,
            int recipients,
            String adoptedBy,
            Instant adoptedAt,
            boolean sameDivision) {}

    /** The adopted ones besides the run itself, the one that was made last first. */
    @Transactional
    public List<OtherRun> of(AllocationRun run) {
        var parameters = run.readInputs().parameters();
        return runs.adoptedOf(run.scheme(), run.year(), MOST).stream()
                .filter(other -> !other.id().equals(run.id()))
                .flatMap(other -> other.adoption().stream()
                        .map(adoption -> new OtherRun(
                                other.id(),
                                other.name(),
                                other.sum(),
                                other.recipients(),
                                adoption.by(),
                                adoption.at(),
                                other.readInputs().parameters().dividesAs(parameters))))
                .toList();
    }
}
