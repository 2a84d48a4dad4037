package no.opptrapping.reporting.known;

import java.time.Year;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** What payment.v1 says of one payment, as far as this service reads it. */
public record KnownPayment(
        UUID paymentId, PaymentStatus status, UUID awardId, MunicipalityId municipalityId, Year year, Kroner amount) {}
