package no.opptrapping.grant.dispensations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;

/** Shows dispensations to the administration, and to a municipality its own when they are decided. */
@ApplicationScoped
@Transactional
public class SeeDispensations {
    /** A dispensation, and who answers for the municipality today as far as that is known. */
    public record Seen(Dispensation dispensation, Optional<KnownMunicipality> municipality) {}

    private final Dispensations dispensations;
    private final KnownMunicipalities municipalities;
    private final CallerSight sight;
    private final Clock clock;

    SeeDispensations(Dispensations dispensations, KnownMunicipalities municipalities, CallerSight sight, Clock clock) {
        this.dispensations = dispensations;
        this.municipalities = municipalities;
        this.sight = sight;
        this.clock = clock;
    }

    /** The dispensation, or empty when there is none or the caller may not see it (yet). */
    public Optional<Seen> find(DispensationId id) {
        return dispensations
                .find(id)
                .filter(one -> sight.reaches(one.municipality(), "dispensation.reading", id))
                .filter(one ->
                        sight.get().isOfTheAdministration() || one.decision().isPresent())
                .map(this::seen);
    }

    /** Those that the caller may see, oldest first. */
    public List<Seen> list(
            Optional<CallId> call, Optional<Dispensation.State> state, Optional<Dispensations.Key> after, int limit) {
        var filter = new Dispensations.Filter(
                call, sight.get().only(), state, !sight.get().isOfTheAdministration());
        return dispensations.list(filter, after, limit).stream().map(this::seen).toList();
    }

    /** The same with who answers for the municipality. */
    public Seen seen(Dispensation one) {
        var today = BusinessDates.today(clock);
        var structure = municipalities.structure();
        return new Seen(
                one, structure.dutyBearer(one.municipality(), today).flatMap(bearer -> structure.on(bearer, today)));
    }
}
