package no.opptrapping.grant.payments.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import no.opptrapping.grant.schemes.SchemeId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order of payments of everything that is accepted and unpaid as sent. */
@Schema(name = "PaymentBatchRequest")
record BatchRequest(
        @NotNull(message = "payment.scheme-missing") SchemeId schemeId,

        @NotNull(message = "payment.year-missing") @Min(2000) @Max(2100)
        Integer year,

        @NotNull(message = "payment.due-date-missing") LocalDate dueOn) {}
