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

    /** Whether the caller decides for the office, or without one for the Directorate. */
    public boolean areOf(Optional<CountyGovernorOfficeId> office) {
        return own().map(some -> office.filter(some::contains).isPresent()).orElse(office.isEmpty());
    }

    /** The offices that the caller is of; empty for a caller of the Directorate. */
    public Optional<Set<CountyGovernorOfficeId>> own() {
        return sight.get() instanceof Sight.Counties some
                ? Optional.of(offices.get().ofCounties(some.counties(), BusinessDates.today(clock)))
                : Optional.empty();
    }
}
