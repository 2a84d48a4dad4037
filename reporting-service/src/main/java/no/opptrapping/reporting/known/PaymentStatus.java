package no.opptrapping.reporting.known;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a payment has come, as payment.v1 says it; only a confirmed one has reached the municipality. */
public enum PaymentStatus {
    @JsonProperty("ordered")
    ORDERED,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("confirmed")
    CONFIRMED
}
