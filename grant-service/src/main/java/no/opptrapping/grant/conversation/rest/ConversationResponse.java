package no.opptrapping.grant.conversation.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.answers.PublishedAnswer;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.conversation.Conversation;
import no.opptrapping.grant.conversation.Message;
import no.opptrapping.grant.conversation.MessageId;
import no.opptrapping.grant.conversation.Side;
import no.opptrapping.platform.attachments.AttachmentResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a conversation is. */
@Schema(name = "Conversation")
record ConversationResponse(
        @Schema(description = "How many messages there are, 0 to 1000")
        int messages,

        @Schema(description = "Who owes the other side an answer; null when nobody does") @Nullable
        Side answerOwedBy,

        @Schema(description = "Since when (UTC): the first message that asked for it") @Nullable
        Instant answerOwedSince) {
    static ConversationResponse of(Conversation conversation) {
        return new ConversationResponse(
                conversation.messages(),
                conversation.owed().map(Conversation.Owed::by).orElse(null),
                conversation.owed().map(Conversation.Owed::since).orElse(null));
    }

    /** A message. */
    @Schema(name = "Message")
    record One(
            MessageId id,
            Side by,
            @Schema(maxLength = 8000) String text,

            @Schema(description = "Whether it asked the other side for an answer")
            boolean answerExpected,

            @Schema(description = "The instant at which it was sent (UTC)")
            Instant sentAt,

            @Schema(maxItems = 10) List<AttachmentResponse> attachments) {
        static One of(Message message) {
            return new One(
                    message.id(),
                    message.by(),
                    message.text(),
                    message.answerExpected(),
                    message.sentAt(),
                    message.attachments().stream().map(AttachmentResponse::of).toList());
        }
    }

    /** What was made public of a message; it stands among the answers of the call. */
    @Schema(name = "PublishedMessage")
    record Published(
            UUID id,
            CallId callId,
            @Schema(maxLength = 2000) String question,
            @Schema(maxLength = 4000) String answer,

            @Schema(description = "The language of both") SpokenLanguage language,

            @Schema(description = "The instant at which it was made public (UTC)")
            Instant publishedAt) {
        static Published of(PublishedAnswer one) {
            return new Published(
                    one.id(),
                    one.call(),
                    one.question(),
                    one.answer(),
                    one.language().map(SpokenLanguage::of).orElseThrow(),
                    one.at());
        }
    }
}
