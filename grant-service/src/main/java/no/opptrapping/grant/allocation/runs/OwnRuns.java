package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;

/**
 * Whose runs the person who calls makes and adopts: those of the county governor's office that it is of, or the
 * Directorate's. Neither decides for the other.
 */
@ApplicationScoped
public class OwnRuns {
    private final CallerSight sight;
    private final KnownOffices offices;
    private final Clock clock;

    OwnRuns(CallerSight sight, KnownOffices offices, Clock clock) {
        this.sight = sight;
        this.offices = offices;
        this.clock = clock;
    }

    /** Whether a run by the parameters is the caller's own. */
    boolean has(RunParameters parameters) {
        return areOf(parameters.office());
    }

    /**
     * Whether the caller decides for the office, or for one that has come in its place by today; without one, for the
     * Directorate.
     */
    public boolean areOf(Optional<CountyGovernorOfficeId> office) {
        return own().map(some -> office.filter(some::contains).isPresent()).orElse(office.isEmpty());
    }

    /**
     * The offices that the caller decides for: its own, and those in whose place they have come; empty for a caller of
     * the Directorate.
     */
    public Optional<Set<CountyGovernorOfficeId>> own() {
        return switch (sight.get()) {
            case Sight.Everything() -> Optional.empty();
            case Sight.Counties some -> {
                var today = BusinessDates.today(clock);
                var known = offices.get();
                yield Optional.of(known.standingForAny(known.ofCounties(some.counties(), today), today));
            }
            case Sight.Own own -> Optional.of(Set.of());
            case Sight.Nothing() -> Optional.of(Set.of());
        };
    }

    /** Who decides for the office by today. */
    public Optional<CountyGovernorOfficeId> standingFor(Optional<CountyGovernorOfficeId> office) {
        var today = BusinessDates.today(clock);
        return office.map(one -> offices.get().standingFor(one, today));
    }

    /** Whether the caller may see the run as whoever handles it does: an office sees its own, and the Directorate's. */
    public boolean sees(AllocationRun run) {
        var seen = own().map(some -> run.readInputs()
                        .parameters()
                        .office()
                        .map(some::contains)
                        .orElse(true))
                .orElse(true);
        if (!seen) {
            sight.refused("allocation-run.read", run.id().toString());
        }
        return seen;
    }

    /** Whether the caller may be told what the run gives the own municipalities: what is adopted is everybody's to know. */
    public boolean mayKnow(AllocationRun run) {
        return run.isAdopted() || sees(run);
    }

    /** What a list is narrowed to for the caller. */
    public AllocationRuns.Filter narrowed(AllocationRuns.Filter filter) {
        return new AllocationRuns.Filter(filter.scheme(), filter.year(), filter.adopted(), own());
    }
}
