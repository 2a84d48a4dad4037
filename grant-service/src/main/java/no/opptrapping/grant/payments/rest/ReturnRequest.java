package no.opptrapping.grant.payments.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.ReturnPayment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bank's word that the money of a confirmed payment has come back, as sent. */
@Schema(name = "PaymentReturnRequest")
record ReturnRequest(
        @Schema(
                required = true,
                pattern = RejectionRequest.CODE,
                maxLength = 4,
                description = "The bank's reason as a code of ISO 20022, for example AC04: the account is closed",
                examples = "AC04")
        @NotNull(message = "payment.reason-code-missing")
        @Pattern(regexp = RejectionRequest.CODE, message = "payment.reason-code-malformed")
        String code,

        @Schema(description = "The bank's own words", maxLength = 500) @Size(max = 500) @Nullable
        String text,

        @Schema(description = "The day, in Norway, on which the money came back")
        @NotNull(message = "payment.returned-on-missing")
        LocalDate returnedOn) {
    ReturnPayment.Command command(PaymentId payment, String by) {
        return new ReturnPayment.Command(payment, code, Optional.ofNullable(text), returnedOn, by);
    }
}
