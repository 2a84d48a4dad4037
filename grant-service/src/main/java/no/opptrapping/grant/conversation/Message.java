package no.opptrapping.grant.conversation;

import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.platform.attachments.Attachment;

/**
 * A message in the conversation about an application; nobody changes it, since it is part of the history of the case.
 *
 * @param number its place among all messages, growing with time
 * @param writtenBy who wrote it, for the record: the other side sees the side alone
 * @param answerExpected whether it asks the other side for an answer
 */
public record Message(
        MessageId id,
        long number,
        ApplicationId application,
        Side by,
        String writtenBy,
        String text,
        boolean answerExpected,
        Instant sentAt,
        List<Attachment> attachments) {
    public Message {
        attachments = List.copyOf(attachments);
    }
}
