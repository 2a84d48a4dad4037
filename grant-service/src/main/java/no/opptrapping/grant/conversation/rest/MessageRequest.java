package no.opptrapping.grant.conversation.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import no.opptrapping.platform.attachments.AttachmentId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a message. */
@Schema(name = "NewMessage")
record MessageRequest(
        @Schema(required = true, maxLength = 8000) @Size(max = 8000)
        String text,

        @Schema(description = "Whether the other side is to answer; it is when nothing is said") @Nullable
        Boolean answerExpected,

        @Schema(maxItems = 10, description = "Files of one's own side that have been sent to the conversation before")
        @Size(max = 10)
        @Nullable
        List<@NotNull AttachmentId> attachments) {
    /** The form with which an answer is made public, in the words of the adviser. */
    @Schema(name = "NewPublishedMessage")
    record Publication(
            @Schema(required = true, maxLength = 2000, description = "The question, without who asked")
            @Size(max = 2000)
            String question,

            @Schema(required = true, maxLength = 4000) @Size(max = 4000)
            String answer,

            @Schema(required = true, description = "The language of both; the same message is published once in each")
            SpokenLanguage language) {}
}
