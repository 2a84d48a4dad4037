package no.opptrapping.grant.payments.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bank's word that the money has left, as sent. */
@Schema(name = "PaymentConfirmationRequest")
record ConfirmationRequest(
        @NotNull(message = "payment.paid-on-missing") LocalDate paidOn,

        @NotBlank(message = "payment.reference-missing") @Size(max = 100)
        String reference) {}
