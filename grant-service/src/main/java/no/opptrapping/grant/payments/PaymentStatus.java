package no.opptrapping.grant.payments;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a payment has come. */
public enum PaymentStatus {
    /** Ordered by one person (<i>anvist</i>), not yet approved. */
    ORDERED("ordered"),
    /** Approved by another person (<i>attestert</i>), not yet carried out. */
    APPROVED("approved"),
    /** In a file to the bank, which has not answered. */
    SENT("sent"),
    /** Carried out: the money has left. */
    CONFIRMED("confirmed"),
    /** The bank would not carry it out (<i>avvist</i>): nothing has left, and it can be ordered again. */
    REJECTED("rejected"),
    /** The money came back (<i>returnert</i>) after it had left, and can be ordered again. */
    RETURNED("returned"),
    /** Not to be carried out: what it was ordered to has changed. */
    CANCELLED("cancelled");

    private final String code;

    PaymentStatus(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Whether it can still be turned to somebody else or called off: no bank has heard of it. */
    public boolean isUnsent() {
        return this == ORDERED || this == APPROVED;
    }

    /** Whether the bank may answer for it. */
    public boolean isWithTheBank() {
        return this == APPROVED || this == SENT;
    }

    /** Whether its amount is taken of the award: it is on its way, or has left. */
    public boolean counts() {
        return isUnsent() || this == SENT || this == CONFIRMED;
    }
}
