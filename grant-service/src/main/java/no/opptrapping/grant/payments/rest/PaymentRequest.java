package no.opptrapping.grant.payments.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.platform.values.Kroner;

/** An order of one payment as sent. */
record PaymentRequest(
        @NotNull(message = "payment.award-missing") AwardId awardId,

        @NotNull(message = "payment.amount-missing") Kroner amount,

        @NotNull(message = "payment.due-date-missing") LocalDate dueOn) {}
