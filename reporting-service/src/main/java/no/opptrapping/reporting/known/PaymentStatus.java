package no.opptrapping.reporting.known;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a payment has come, as payment.v1 says it; only a confirmed one has reached the municipality, and the money of a returned
 * one has left it again.
 */
public enum PaymentStatus {
    @JsonProperty("ordered")
    ORDERED,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("returned")
    RETURNED,
    @JsonProperty("cancelled")
    CANCELLED
}
