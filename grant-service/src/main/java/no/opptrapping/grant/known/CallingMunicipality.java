package no.opptrapping.grant.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.time.BusinessDates;

/**
 * The municipality that calls: the one whose organisation number today is the token's consumer. Nothing that the
 * caller writes in a body or an address decides it.
 */
@ApplicationScoped
public class CallingMunicipality {
    private final CurrentCaller caller;
    private final KnownMunicipalities municipalities;
    private final Clock clock;

    CallingMunicipality(CurrentCaller caller, KnownMunicipalities municipalities, Clock clock) {
        this.caller = caller;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** Empty when a person calls, or an organisation that is not known to be a municipality today. */
    public Optional<KnownMunicipality> get() {
        return switch (caller.get()) {
            case Caller.Organisation organisation ->
                municipalities.byOrganisation(organisation.consumer(), BusinessDates.today(clock));
            case Caller.Staff staff -> Optional.empty();
            case Caller.Anonymous anonymous -> Optional.empty();
        };
    }
}
