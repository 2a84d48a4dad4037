package no.opptrapping.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.KnownRegister;
import no.opptrapping.platform.register.Task;
import no.opptrapping.platform.time.BusinessDates;

/**
 * The municipality that calls: the one whose organisation number today is the token's consumer, or, when the caller
 * names another that it wants to act for, that one if the consumer may act for it today. A supplier in the token has no
 * rights of its own: access is decided on the consumer (docs.digdir.no). A caller only ever names whom it wants to act
 * for; the register decides whether it may, and where it does not, every question ends in an {@link ActingRefused} and
 * not in an empty answer, nor in the caller's own municipality.
 */
@ApplicationScoped
public class CallingMunicipality {
    private static final Set<Task> ANYTHING = Set.of(Task.values());

    private final CurrentCaller caller;
    private final KnownRegister register;
    private final ActingFor actingFor;
    private final Clock clock;

    CallingMunicipality(CurrentCaller caller, KnownRegister register, ActingFor actingFor, Clock clock) {
        this.caller = caller;
        this.register = register;
        this.actingFor = actingFor;
        this.clock = clock;
    }

    /** Empty when a person calls, or an organisation that is no municipality today and names none. */
    public Optional<KnownMunicipality> get() {
        return to(ANYTHING);
    }

    /** The one that calls to apply. */
    public Optional<KnownMunicipality> applying() {
        return to(Set.of(Task.APPLY));
    }

    /** The one that calls to accept an award. */
    public Optional<KnownMunicipality> accepting() {
        return to(Set.of(Task.ACCEPT));
    }

    /** The one that calls to report. */
    public Optional<KnownMunicipality> reporting() {
        return to(Set.of(Task.REPORT));
    }

    /** The one that calls to do one of the tasks. */
    Optional<KnownMunicipality> to(Set<Task> tasks) {
        return switch (caller.get()) {
            case Caller.Organisation organisation -> to(tasks, organisation);
            case Caller.Staff staff -> Optional.empty();
            case Caller.Anonymous anonymous -> Optional.empty();
        };
    }

    private Optional<KnownMunicipality> to(Set<Task> tasks, Caller.Organisation organisation) {
        var today = BusinessDates.today(clock);
        var structure = register.structure();
        if (!actingFor.isNamed()) {
            return structure.byOrganisation(organisation.consumer(), today);
        }
        return Optional.of(actingFor
                .number()
                .flatMap(number -> structure.actingFor(organisation.consumer(), number, tasks, today))
                .orElseThrow(ActingRefused::new));
    }
}
