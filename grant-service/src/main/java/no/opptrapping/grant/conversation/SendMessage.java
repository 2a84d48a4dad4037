package no.opptrapping.grant.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.attachments.AddAttachment;
import no.opptrapping.platform.attachments.Attachment;
import no.opptrapping.platform.attachments.AttachmentHolder;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.attachments.ReceivedFile;
import no.opptrapping.platform.problems.BrokenRule;

/** Sends a message in the conversation about an application; files are attached to the conversation before. */
@ApplicationScoped
public class SendMessage {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is sent, and the conversation is where it says. */
        record Sent(Message message, Conversation conversation) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** There are as many messages as there may be. */
        record TooMany(int most) implements Outcome {}

        /** Nothing in whose conversation the caller may write is called so. */
        record UnknownApplication() implements Outcome {}
    }

    private final SeenApplication seenApplication;
    private final Conversations conversations;
    private final AddAttachment addAttachment;
    private final Notices notices;
    private final Impartiality impartiality;
    private final CallerSight sight;
    private final AuditLog audit;
    private final Clock clock;

    SendMessage(
            SeenApplication seenApplication,
            Conversations conversations,
            AddAttachment addAttachment,
            Notices notices,
            Impartiality impartiality,
            CallerSight sight,
            AuditLog audit,
            Clock clock) {
        this.seenApplication = seenApplication;
        this.conversations = conversations;
        this.addAttachment = addAttachment;
        this.notices = notices;
        this.impartiality = impartiality;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the files that a side has not sent yet, and those that it has, belong to. */
    static AttachmentHolder holder(ApplicationId id, Side side) {
        return new AttachmentHolder("conversation-" + side.code(), id.value());
    }

    /** Takes in a file that a message is to be sent with; empty when the caller may not write in the conversation. */
    @Transactional
    public Optional<AddAttachment.Outcome> attach(ApplicationId id, ReceivedFile file) {
        var found = seenApplication.written(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        impartiality.require("conversation.attachment-added", found.get().scheme());
        var outcome = addAttachment.add(holder(id, seenApplication.side()), file);
        if (outcome instanceof AddAttachment.Outcome.Added(var attachment)) {
            conversations.received(
                    new Conversations.LeftFile(id, seenApplication.side(), attachment.id()), attachment.addedAt());
            audit.decision(
                    "conversation.attachment-added",
                    id.toString(),
                    Map.of("attachment", attachment.id().toString(), "sha256", attachment.sha256()));
        }
        return Optional.of(outcome);
    }

    /**
     * Sends a message.
     *
     * @param answerExpected whether the other side is to answer
     * @param attachments files of the caller's side that have not been sent
     */
    @Transactional
    public Outcome send(ApplicationId id, String text, boolean answerExpected, List<AttachmentId> attachments) {
        var found = seenApplication.written(id);
        if (found.isEmpty()) {
            return new Outcome.UnknownApplication();
        }
        impartiality.require("conversation.message-sent", found.get().scheme());
        var before = conversations.lock(id);
        if (before.messages() >= Conversation.MOST) {
            return new Outcome.TooMany(Conversation.MOST);
        }
        var unsent = conversations.unsent(holder(id, seenApplication.side()), attachments);
        var broken = broken(attachments, unsent);
        return broken.isEmpty() ? sent(found.get(), before, text, answerExpected, unsent) : new Outcome.Refused(broken);
    }

    private static List<BrokenRule> broken(List<AttachmentId> attachments, List<Attachment> unsent) {
        var known = unsent.stream().map(Attachment::id).collect(Collectors.toSet());
        var named = new HashSet<AttachmentId>();
        var broken = new ArrayList<BrokenRule>();
        for (var i = 0; i < attachments.size(); i++) {
            if (!known.contains(attachments.get(i)) || !named.add(attachments.get(i))) {
                broken.add(BrokenRule.of("conversation.attachment-unknown", "/attachments/" + i));
            }
        }
        return broken;
    }

    private Outcome sent(
            Application application,
            Conversation before,
            String text,
            boolean answerExpected,
            List<Attachment> attachments) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = seenApplication.side();
        var after = before.after(by, answerExpected, now);
        var message = conversations.add(
                new Message(
                        MessageId.random(),
                        0,
                        application.id(),
                        by,
                        sight.name(),
                        text,
                        answerExpected,
                        now,
                        attachments),
                after);
        switch (by) {
            case DIRECTORATE -> tell(application, answerExpected);
            case MUNICIPALITY -> {} // the worklist has it
        }
        audit.decision(
                "conversation.message-sent",
                application.id().toString(),
                Map.of("message", message.id().toString(), "by", by.code()));
        return new Outcome.Sent(message, after);
    }

    private void tell(Application application, boolean answerExpected) {
        notices.tell(
                application.host(),
                News.of(
                        answerExpected ? NoticeKind.QUESTION_ASKED : NoticeKind.MESSAGE_RECEIVED,
                        "/v1/applications/" + application.id() + "/conversation",
                        Map.of("reference", application.reference())));
    }
}
