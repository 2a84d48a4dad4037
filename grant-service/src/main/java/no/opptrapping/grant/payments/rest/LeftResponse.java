package no.opptrapping.grant.payments.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.Left;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was left out of an act on a batch, and why. */
@Schema(name = "LeftOutOfBatch")
record LeftResponse(
        AwardId awardId,
        String awardReference,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaymentId paymentId,

        @Schema(description = "Why, as a code, for example payment.report-overdue")
        String code,

        @Schema(description = "Why, in the caller's language")
        String text) {
    static LeftResponse of(Left left, Language language, Texts texts) {
        return new LeftResponse(
                left.award(),
                left.reference(),
                left.payment().orElse(null),
                left.why().code(),
                texts.text(language, left.why().code(), left.why().arguments()));
    }
}
