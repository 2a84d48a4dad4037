package no.opptrapping.grant.payments;

import java.time.LocalDate;
import java.time.Year;
import no.opptrapping.grant.schemes.SchemeId;

/** Payments of a scheme's year that were ordered together and are approved and confirmed together. */
public record PaymentBatch(PaymentBatchId id, SchemeId scheme, Year year, LocalDate dueOn, Payment.Act ordered) {}
