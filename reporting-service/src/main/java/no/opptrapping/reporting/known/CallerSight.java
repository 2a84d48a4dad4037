package no.opptrapping.reporting.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.opptrapping.platform.access.ActingFor;
import no.opptrapping.platform.access.ActingRefused;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.register.Task;
import no.opptrapping.platform.time.BusinessDates;

/**
 * What the caller of this request may see. A municipality is the one whose organisation number, valid today, is the
 * token's consumer, or, when the caller names another that it wants to act for, that one if the register lets it; else
 * there is no sight but an {@link ActingRefused}.
 */
@ApplicationScoped
public class CallerSight {
    private final CurrentCaller caller;
    private final KnownMunicipalities municipalities;
    private final ActingFor actingFor;
    private final Clock clock;

    CallerSight(CurrentCaller caller, KnownMunicipalities municipalities, ActingFor actingFor, Clock clock) {
        this.caller = caller;
        this.municipalities = municipalities;
        this.actingFor = actingFor;
        this.clock = clock;
    }

    public Sight get() {
        return switch (caller.get()) {
            case Caller.Staff _ -> new Sight.Everything();
            case Caller.Organisation organisation -> of(organisation);
            case Caller.Anonymous() -> new Sight.Nothing();
        };
    }

    /** Who calls, for the record. */
    public String name() {
        return caller.get().name();
    }

    private Optional<KnownMunicipality> calling(Caller.Organisation caller, Structure structure, LocalDate today) {
        var own = structure.byOrganisation(caller.consumer(), today);
        if (!actingFor.isNamed()) {
            return own;
        }
        var wanted = actingFor.number();
        return Optional.of(own.filter(one -> wanted.filter(one.number()::equals).isPresent())
                .or(() -> wanted.flatMap(number -> Stream.concat(
                                Stream.of(caller.consumer()), caller.supplier().stream())
                        .flatMap(acting -> structure.representedBy(acting, number, Set.of(Task.REPORT), today).stream())
                        .findFirst()))
                .orElseThrow(ActingRefused::new));
    }

    private Sight of(Caller.Organisation organisation) {
        var today = BusinessDates.today(clock);
        var structure = municipalities.structure();
        return calling(organisation, structure, today)
                .<Sight>map(self -> new Sight.Own(self, structure.answeredForBy(self.id(), today)))
                .orElseGet(Sight.Nothing::new);
    }
}
