package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.register.KnownMunicipality;

/** Takes back (trekker) a submitted application before it is decided; the municipality may then apply anew. */
@ApplicationScoped
public class WithdrawApplication {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is withdrawn. */
        record Withdrawn(Application application) implements Outcome {}

        /** Only what is submitted and not decided can be withdrawn, returned or not. */
        record NotSubmitted(ApplicationStatus status) implements Outcome {}

        /** Nothing that the municipality has is called so. */
        record UnknownApplication() implements Outcome {}
    }

    private final Applications applications;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    WithdrawApplication(Applications applications, Outbox outbox, AuditLog audit, Clock clock) {
        this.applications = applications;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome withdraw(KnownMunicipality host, ApplicationId id, String reason) {
        return applications
                .lock(id)
                .filter(application -> application.isHostedBy(host))
                .map(application -> withdraw(application, reason))
                .orElseGet(Outcome.UnknownApplication::new);
    }

    private Outcome withdraw(Application application, String reason) {
        if (!application.status().isPending()) {
            return new Outcome.NotSubmitted(application.status());
        }
        var withdrawn = application.withdrawn(reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
        applications.change(withdrawn);
        applications.release(withdrawn.id());
        outbox.append(ApplicationV1.of(withdrawn));
        audit.decision("application.withdrawn", withdrawn.id().toString(), Map.of());
        return new Outcome.Withdrawn(withdrawn);
    }
}
