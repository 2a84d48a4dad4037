package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.register.KnownMunicipality;

/**
 * Deletes a draft that its municipality has no use for; the database lets its attachments and what has been said about it
 * go with it.
 */
@ApplicationScoped
public class DeleteDraft {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Deleted() implements Outcome {}

        /** What has been submitted is withdrawn, not deleted. */
        record NotADraft(ApplicationStatus status) implements Outcome {}

        /** Somebody has changed it since the caller read it. */
        record ChangedMeanwhile() implements Outcome {}

        /** Nothing that the municipality has is called so. */
        record UnknownApplication() implements Outcome {}
    }

    private final Applications applications;
    private final AuditLog audit;

    DeleteDraft(Applications applications, AuditLog audit) {
        this.applications = applications;
        this.audit = audit;
    }

    @Transactional
    public Outcome delete(KnownMunicipality host, ApplicationId id, VersionCheck expected) {
        return applications
                .lock(id)
                .filter(application -> application.isHostedBy(host))
                .map(application -> delete(application, expected))
                .orElseGet(Outcome.UnknownApplication::new);
    }

    private Outcome delete(Application application, VersionCheck expected) {
        if (!expected.fits(application.version())) {
            return new Outcome.ChangedMeanwhile();
        }
        if (application.status() != ApplicationStatus.DRAFT) {
            return new Outcome.NotADraft(application.status());
        }
        applications.delete(application.id());
        audit.decision("application.draft-deleted", application.id().toString(), Map.of());
        return new Outcome.Deleted();
    }
}
