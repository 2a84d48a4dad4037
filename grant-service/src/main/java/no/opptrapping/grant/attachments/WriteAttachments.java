package no.opptrapping.grant.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.Completion;
import no.opptrapping.grant.calls.CallPhase;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.dispensations.OwnDeadline;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.attachments.AddAttachment;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.attachments.ReceivedFile;
import no.opptrapping.platform.attachments.RemoveAttachment;
import no.opptrapping.platform.register.KnownMunicipality;

/**
 * Attaches files to an application that its municipality still writes on, and takes them away. What is submitted is
 * frozen by the database with the status of its application (V660).
 */
@ApplicationScoped
public class WriteAttachments {
    /** What became of it. */
    public sealed interface Outcome {
        /** The application is the municipality's; what became of the file. */
        record Added(AddAttachment.Outcome outcome) implements Outcome {}

        /** The application is the municipality's; what became of the attachment. */
        record Removed(RemoveAttachment.Outcome outcome) implements Outcome {}

        /** Nothing that the municipality has is called so. */
        record UnknownApplication() implements Outcome {}

        /** A draft of a call that takes no more work. */
        record CallOver(CallPhase phase) implements Outcome {}

        /** It was returned for completion, and the time for that is over. */
        record CompletionOver(Instant completeBy) implements Outcome {}
    }

    private final Applications applications;
    private final Calls calls;
    private final OwnDeadline ownDeadline;
    private final AddAttachment addAttachment;
    private final RemoveAttachment removeAttachment;
    private final AuditLog audit;
    private final Clock clock;

    WriteAttachments(
            Applications applications,
            Calls calls,
            OwnDeadline ownDeadline,
            AddAttachment addAttachment,
            RemoveAttachment removeAttachment,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.ownDeadline = ownDeadline;
        this.addAttachment = addAttachment;
        this.removeAttachment = removeAttachment;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome add(KnownMunicipality host, ApplicationId id, ReceivedFile file) {
        return hindrance(host, id).orElseGet(() -> {
            var outcome = addAttachment.add(Application.attachmentsOf(id), file);
            if (outcome instanceof AddAttachment.Outcome.Added(var attachment)) {
                audit.decision(
                        "application.attachment-added",
                        id.toString(),
                        Map.of("attachment", attachment.id().toString(), "sha256", attachment.sha256()));
            }
            return new Outcome.Added(outcome);
        });
    }

    @Transactional
    public Outcome remove(KnownMunicipality host, ApplicationId id, AttachmentId attachment) {
        return hindrance(host, id).orElseGet(() -> {
            var outcome = removeAttachment.remove(Application.attachmentsOf(id), attachment);
            if (outcome instanceof RemoveAttachment.Outcome.Removed(var removed)) {
                audit.decision(
                        "application.attachment-removed",
                        id.toString(),
                        Map.of("attachment", removed.id().toString(), "sha256", removed.sha256()));
            }
            return new Outcome.Removed(outcome);
        });
    }

    private Optional<Outcome> hindrance(KnownMunicipality host, ApplicationId id) {
        var found = applications.find(id).filter(one -> one.host().equals(host.id()));
        return found.isEmpty() ? Optional.of(new Outcome.UnknownApplication()) : found.flatMap(this::over);
    }

    private Optional<Outcome> over(Application application) {
        var now = clock.instant();
        return application
                .completion()
                .map(Completion::completeBy)
                .filter(now::isAfter)
                .<Outcome>map(Outcome.CompletionOver::new)
                .or(() -> overWithCall(application));
    }

    private Optional<Outcome> overWithCall(Application application) {
        return Optional.of(application)
                .filter(one -> one.status() == ApplicationStatus.DRAFT)
                .flatMap(one -> calls.find(one.call()))
                .map(call -> {
                    var now = clock.instant();
                    return ownDeadline.of(call, application.host(), now).phase(now);
                })
                .flatMap(phase -> switch (phase) {
                    case DRAFT, SCHEDULED, OPEN -> Optional.empty();
                    case CLOSED, DECIDED, CANCELLED -> Optional.of(new Outcome.CallOver(phase));
                });
    }
}
