package no.opptrapping.platform.access;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.KnownRegister;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** What the caller of this request may see: worked out once, and asked by every query. */
@RequestScoped
public class CallerSight {
    private final CurrentCaller caller;
    private final CallingMunicipality calling;
    private final KnownRegister register;
    private final AuditLog audit;
    private final Clock clock;
    private @Nullable Sight worked;

    CallerSight(
            CurrentCaller caller, CallingMunicipality calling, KnownRegister register, AuditLog audit, Clock clock) {
        this.caller = caller;
        this.calling = calling;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /** The sight of the caller, whatever it may do. */
    public Sight get() {
        var sight = worked;
        if (sight == null) {
            sight = of(caller.get());
            worked = sight;
        }
        return sight;
    }

    /**
     * Whether the caller may see the municipality's affairs; a no is for the audit log, since the caller is answered as
     * if there were nothing.
     *
     * @param what the caller wanted, for example <code>award.reading</code>
     * @param subject what it wanted it of
     */
    public boolean reaches(MunicipalityId owner, String what, Object subject) {
        var reaches = get().covers(owner);
        if (!reaches) {
            refused(what, subject.toString());
        }
        return reaches;
    }

    /** Records that the caller asked for something which exists and is not its to see. */
    public void refused(String what, String subject) {
        audit.denied(what, subject, Map.of("reason", "beyond the caller's sight"));
    }

    /** Whether it is a system within the administration: no person of it, and reads what its people read. */
    public boolean isOfAnInternalSystem() {
        return caller.has(Roles.INTERNAL_READ);
    }

    /** Who calls, for the record. */
    public String name() {
        return caller.get().name();
    }

    private Sight of(Caller one) {
        return switch (one) {
            case Caller.Staff staff when staff.isOfTheNation() -> new Sight.Everything();
            case Caller.Staff staff ->
                new Sight.Counties(
                        staff.counties(),
                        register.structure().answeredForIn(staff.counties(), BusinessDates.today(clock)));
            case Caller.Organisation organisation -> own(calling.get());
            case Caller.Anonymous() -> new Sight.Nothing();
        };
    }

    private Sight own(Optional<KnownMunicipality> municipality) {
        return municipality
                .<Sight>map(self ->
                        new Sight.Own(self, register.structure().answeredForBy(self.id(), BusinessDates.today(clock))))
                .orElseGet(Sight.Nothing::new);
    }
}
