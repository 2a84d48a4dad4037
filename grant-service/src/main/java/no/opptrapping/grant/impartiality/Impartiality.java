package no.opptrapping.grant.impartiality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;

/**
 * Asked by every act that prepares or decides something in a scheme (forvaltningsloven § 6): whoever is disqualified in
 * it does none of them.
 */
@ApplicationScoped
public class Impartiality {
    private final Disqualifications disqualifications;
    private final CurrentCaller caller;
    private final AuditLog audit;

    Impartiality(Disqualifications disqualifications, CurrentCaller caller, AuditLog audit) {
        this.disqualifications = disqualifications;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * Lets an impartial person go on.
     *
     * @param act what the person wants to do, for example <code>application.assessed</code>
     * @throws Disqualified if the person who calls is disqualified in the scheme
     */
    public void require(String act, SchemeId scheme) {
        if (caller.get() instanceof Caller.Staff staff && disqualifications.covers(staff.subject(), scheme)) {
            audit.denied(act, scheme.toString(), Map.of("reason", "disqualified"));
            throw new Disqualified();
        }
    }
}
