package no.opptrapping.grant.bankfiles.rest;

import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.bankfiles.BankAnswer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file from the bank that has been taken in, as shown. */
@Schema(name = "BankAnswer")
record BankAnswerResponse(
        @Schema(description = "In the order they were read") long number,

        @Schema(description = "Which message of ISO 20022 it is")
        BankAnswer.Kind kind,

        @Schema(description = "What the bank calls it (MsgId)")
        String messageId,

        @Schema(maxLength = 64, description = "SHA-256 of its bytes, in hexadecimal; the same bytes are taken in once")
        String sha256,

        String readBy,

        @Schema(description = "When it was taken in") Instant readAt,

        @Schema(maxItems = 10000, description = "What each payment in it became, in the order of the file")
        List<BankAnswer.Entry> entries) {
    static BankAnswerResponse of(BankAnswer answer) {
        return new BankAnswerResponse(
                answer.number(),
                answer.kind(),
                answer.messageId(),
                answer.sha256(),
                answer.readBy(),
                answer.readAt(),
                answer.entries());
    }
}
