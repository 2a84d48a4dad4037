package no.opptrapping.grant.bankfiles.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.bankfiles.BankFile;
import no.opptrapping.grant.payments.Left;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file of payments to the bank, as shown; its bytes are its content. */
@Schema(name = "BankFile")
record BankFileResponse(
        @Schema(description = "1 is the first; without gaps")
        long number,

        @Schema(maxLength = 35, description = "What the bank knows it by (MsgId)")
        String messageId,

        @Schema(description = "The account that is paid from")
        AccountNumber account,

        @Schema(description = "How many payments there are in it")
        int payments,

        @Schema(description = "What they sum to, in whole kroner")
        Kroner sum,

        @Schema(maxLength = 64, description = "SHA-256 of its bytes, in hexadecimal")
        String sha256,

        String madeBy,

        @Schema(description = "When it was made, and its payments were sent")
        Instant madeAt,

        @Schema(
                maxItems = MOST_LEFT,
                description =
                        "Approved payments that something stood in the way of, with why; absent when there is none")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<LeftOut> left) {
    static final int MOST_LEFT = 1000;

    /** An approved payment that was not sent. */
    @Schema(name = "LeftOutOfBankFile")
    record LeftOut(
            AwardId awardId,
            String awardReference,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PaymentId paymentId,

            @Schema(description = "Why, as a code, for example payment.report-overdue")
            String code,

            @Schema(description = "Why, in the caller's language")
            String text) {}

    static BankFileResponse of(BankFile file) {
        return of(file, List.of());
    }

    static BankFileResponse of(BankFile file, List<Left> left, Language language, Texts texts) {
        return of(
                file,
                left.stream()
                        .limit(MOST_LEFT)
                        .map(one -> new LeftOut(
                                one.award(),
                                one.reference(),
                                one.payment().orElse(null),
                                one.why().code(),
                                texts.text(language, one.why().code(), one.why().arguments())))
                        .toList());
    }

    private static BankFileResponse of(BankFile file, List<LeftOut> left) {
        return new BankFileResponse(
                file.number(),
                file.messageId(),
                file.account(),
                file.payments(),
                file.sum(),
                file.sha256(),
                file.madeBy(),
                file.madeAt(),
                left);
    }
}
