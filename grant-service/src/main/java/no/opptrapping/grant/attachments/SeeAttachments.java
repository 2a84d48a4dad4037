package no.opptrapping.grant.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.FindApplications;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.attachments.Attachment;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.attachments.Attachments;

/**
 * Attachments of an application for whoever may see it: its municipality sees them as they are, everybody else as they
 * were when it was submitted the last time.
 */
@ApplicationScoped
@Transactional
public class SeeAttachments {
    private final FindApplications findApplications;
    private final Attachments attachments;
    private final CallerSight sight;
    private final AuditLog audit;

    SeeAttachments(FindApplications findApplications, Attachments attachments, CallerSight sight, AuditLog audit) {
        this.findApplications = findApplications;
        this.attachments = attachments;
        this.sight = sight;
        this.audit = audit;
    }

    /** Those after a number, in the order in which they came; empty when the application is not the caller's to see. */
    public Optional<List<Attachment>> list(ApplicationId id, long after, int limit) {
        return findApplications
                .find(id)
                .map(found -> isOwn(found)
                        ? attachments.list(Application.attachmentsOf(id), after, limit)
                        : attachments.frozen(Application.attachmentsOf(id), after, limit));
    }

    /** One to be read; that somebody of the administration reads it is recorded. */
    public Optional<Attachment> open(ApplicationId id, AttachmentId attachment) {
        var seen = findApplications
                .find(id)
                .flatMap(found -> attachments
                        .find(Application.attachmentsOf(id), attachment)
                        .filter(one -> attachments.isFrozen(attachment)
                                || (isOwn(found) && one.removedAt().isEmpty())));
        if (sight.get().isOfTheAdministration()) {
            seen.ifPresent(one -> audit.decision(
                    "application.attachment-read", id.toString(), Map.of("attachment", attachment.toString())));
        }
        return seen;
    }

    private boolean isOwn(FindApplications.Found found) {
        return !sight.get().isOfTheAdministration()
                && sight.get().covers(found.application().host());
    }
}
