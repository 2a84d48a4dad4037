package no.opptrapping.grant.allocation.editions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.comparison.CompareAllocations;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;

/** Shows to everybody what was decided, what was preliminary and what was corrected. */
@ApplicationScoped
public class SeeEditions {
    /** The amounts of an edition beside those of the one before it, in one structure; beside its own when it is the first. */
    public record Amounts(Edition edition, CompareAllocations.Outcome compared) {}

    private final Editions editions;
    private final CompareAllocations compareAllocations;

    SeeEditions(Editions editions, CompareAllocations compareAllocations) {
        this.editions = editions;
        this.compareAllocations = compareAllocations;
    }

    /** {@link Editions#list}. */
    @Transactional
    public List<Edition> list(
            Optional<SchemeId> scheme, Optional<Year> year, Optional<Editions.Place> after, int limit) {
        return editions.list(scheme, year, after, limit);
    }

    /** What each municipality gets; empty when the run is none that everybody may read. */
    @Transactional
    public Optional<Amounts> amounts(RunId run) {
        return editions.of(run)
                .map(edition -> new Amounts(
                        edition,
                        compareAllocations.compare(new CompareAllocations.Command(
                                run, List.of(edition.before().orElse(run)), Optional.empty(), Decimal.of("0")))));
    }
}
