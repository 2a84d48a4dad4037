package no.opptrapping.grant.conversation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.platform.attachments.Attachment;
import no.opptrapping.platform.attachments.AttachmentHolder;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.values.MunicipalityId;

/** The conversations that there are. Takes part in the caller's transaction. */
public interface Conversations {
    /** A conversation, which nobody else can write in until the caller's transaction ends. */
    @CanIgnoreReturnValue
    Conversation lock(ApplicationId application);

    /** Where a conversation is; one that has not begun if nothing has been said. */
    Conversation find(ApplicationId application);

    /** Which of the holder's attachments are among these and have not been sent with a message. */
    List<Attachment> unsent(AttachmentHolder holder, Collection<AttachmentId> ids);

    /** Files that have waited since before the moment for a message that they are sent with, the oldest first. */
    List<LeftFile> leftUnsent(Instant receivedBefore, int limit);

    /** Notes a file that waits from the moment for a message that it is sent with. */
    void received(LeftFile file, Instant at);

    /** The file has been cleared away. */
    void waitsNoMore(AttachmentId id);

    /** A file that no message has been sent with. */
    record LeftFile(ApplicationId application, Side side, AttachmentId id) {}

    /** Stores a message with its attachments, and where the conversation, which the caller has locked, is after it. */
    Message add(Message message, Conversation after);

    /** Messages after a number, in the order in which they were sent. */
    List<Message> list(ApplicationId application, long after, int limit);

    Optional<Message> find(ApplicationId application, MessageId id);

    /** An attachment that was sent with a message of the conversation. */
    Optional<Attachment> sent(ApplicationId application, AttachmentId id);

    /** Conversations in which the municipalities, as hosts, owe an answer, the oldest first. */
    List<Waiting> owedBy(Set<MunicipalityId> hosts, int limit);

    /** A conversation that waits for its municipality. */
    record Waiting(ApplicationId application, String reference, Instant since) {}
}
