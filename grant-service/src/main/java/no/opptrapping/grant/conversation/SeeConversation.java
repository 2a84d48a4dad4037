package no.opptrapping.grant.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.attachments.Attachment;
import no.opptrapping.platform.attachments.AttachmentId;

/** The conversation about an application, for whoever may see it. */
@ApplicationScoped
@Transactional
public class SeeConversation {
    private final SeenApplication seenApplication;
    private final Conversations conversations;
    private final CallerSight sight;
    private final AuditLog audit;

    SeeConversation(SeenApplication seenApplication, Conversations conversations, CallerSight sight, AuditLog audit) {
        this.seenApplication = seenApplication;
        this.conversations = conversations;
        this.sight = sight;
        this.audit = audit;
    }

    /** Where it is; empty when it is not the caller's to see. */
    public Optional<Conversation> find(ApplicationId id) {
        return seenApplication.read(id).map(seen -> conversations.find(id));
    }

    /** Its messages after a number; empty when it is not the caller's to see. */
    public Optional<List<Message>> messages(ApplicationId id, long after, int limit) {
        return seenApplication.read(id).map(seen -> conversations.list(id, after, limit));
    }

    /** A file that was sent with a message; that somebody of the administration reads it is recorded. */
    public Optional<Attachment> open(ApplicationId id, AttachmentId attachment) {
        var sent = seenApplication.read(id).flatMap(seen -> conversations.sent(id, attachment));
        if (sight.get().isOfTheAdministration()) {
            sent.ifPresent(one -> audit.decision(
                    "conversation.attachment-read", id.toString(), Map.of("attachment", attachment.toString())));
        }
        return sent;
    }
}
