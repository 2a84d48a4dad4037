package no.opptrapping.grant.payments.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.RejectPayment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bank's word that it will not carry out a payment, as sent. */
@Schema(name = "PaymentRejectionRequest")
record RejectionRequest(
        @Schema(
                required = true,
                pattern = CODE,
                maxLength = 4,
                description = "The bank's reason as a code of ISO 20022, for example AC01: the account is wrong",
                examples = "AC01")
        @NotNull(message = "payment.reason-code-missing")
        @Pattern(regexp = CODE, message = "payment.reason-code-malformed")
        String code,

        @Schema(description = "The bank's own words", maxLength = 500) @Size(max = 500) @Nullable
        String text,

        @Schema(description = "The day, in Norway, on which the bank rejected it")
        @NotNull(message = "payment.rejected-on-missing")
        LocalDate rejectedOn) {
    static final String CODE = "^[A-Z0-9]{4}$";

    RejectPayment.Command command(PaymentId payment, String by) {
        return new RejectPayment.Command(payment, code, Optional.ofNullable(text), rejectedOn, by);
    }
}
