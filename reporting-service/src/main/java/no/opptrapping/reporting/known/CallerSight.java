package no.opptrapping.reporting.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.OrganisationNumber;

/**
 * What the caller of this request may see. A municipality is the one whose organisation number, valid today, is the
 * token's consumer; nothing that the request says decides it.
 */
@ApplicationScoped
public class CallerSight {
    private final CurrentCaller caller;
    private final KnownMunicipalities municipalities;
    private final Clock clock;

    CallerSight(CurrentCaller caller, KnownMunicipalities municipalities, Clock clock) {
        this.caller = caller;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    public Sight get() {
        return switch (caller.get()) {
            case Caller.Staff _ -> new Sight.Everything();
            case Caller.Organisation organisation -> of(organisation.consumer());
            case Caller.Anonymous() -> new Sight.Nothing();
        };
    }

    /** Who calls, for the record. */
    public String name() {
        return caller.get().name();
    }

    private Sight of(OrganisationNumber consumer) {
        var today = BusinessDates.today(clock);
        var structure = municipalities.structure();
        return structure
                .byOrganisation(consumer, today)
                .<Sight>map(self -> new Sight.Own(self, structure.answeredForBy(self.municipalityId(), today)))
                .orElseGet(Sight.Nothing::new);
    }
}
