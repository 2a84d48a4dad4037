package no.opptrapping.grant.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.opptrapping.platform.access.ActingFor;
import no.opptrapping.platform.access.ActingRefused;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Task;
import no.opptrapping.platform.time.BusinessDates;

/**
 * The municipality that calls: the one whose organisation number today is the token's consumer, or, when the caller
 * names another that it wants to act for, that one if the consumer or the supplier may act for it today. A
 * caller only ever names whom it wants to act for; the register decides whether it may, and where it does not, every
 * question ends in an {@link ActingRefused} and not in an empty answer.
 */
@ApplicationScoped
public class CallingMunicipality {
    private static final Set<Task> ANYTHING = Set.of(Task.values());

    private final CurrentCaller caller;
    private final KnownMunicipalities municipalities;
    private final ActingFor actingFor;
    private final Clock clock;

    CallingMunicipality(CurrentCaller caller, KnownMunicipalities municipalities, ActingFor actingFor, Clock clock) {
        this.caller = caller;
        this.municipalities = municipalities;
        this.actingFor = actingFor;
        this.clock = clock;
    }

    /** Empty when a person calls, or an organisation that is no municipality today and may not act for one. */
    public Optional<KnownMunicipality> get() {
        return forTask(ANYTHING);
    }

    /** The one that calls to apply. */
    public Optional<KnownMunicipality> applying() {
        return forTask(Set.of(Task.APPLY));
    }

    /** The one that calls to accept an award. */
    public Optional<KnownMunicipality> accepting() {
        return forTask(Set.of(Task.ACCEPT));
    }

    private Optional<KnownMunicipality> forTask(Set<Task> tasks) {
        return switch (caller.get()) {
            case Caller.Organisation organisation -> forTask(organisation, tasks);
            case Caller.Staff staff -> Optional.empty();
            case Caller.Anonymous anonymous -> Optional.empty();
        };
    }

    private Optional<KnownMunicipality> forTask(Caller.Organisation organisation, Set<Task> tasks) {
        var today = BusinessDates.today(clock);
        var structure = municipalities.structure();
        var own = structure.byOrganisation(organisation.consumer(), today);
        if (!actingFor.isNamed()) {
            return own;
        }
        var wanted = actingFor.number();
        return Optional.of(own.filter(one -> wanted.filter(one.number()::equals).isPresent())
                .or(() -> wanted.flatMap(
                        number -> Stream.concat(Stream.of(organisation.consumer()), organisation.supplier().stream())
                                .flatMap(acting -> structure.representedBy(acting, number, tasks, today).stream())
                                .findFirst()))
                .orElseThrow(ActingRefused::new));
    }
}
