package no.opptrapping.grant.payments;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a payment has come. */
public enum PaymentStatus {
    /** Ordered by one person (<i>anvist</i>), not yet approved. */
    ORDERED("ordered"),
    /** Approved by another person (<i>attestert</i>), not yet carried out. */
    APPROVED("approved"),
    /** Carried out: the money has left. */
    CONFIRMED("confirmed");

    private final String code;

    PaymentStatus(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }
}
