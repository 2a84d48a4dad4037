package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an application is. */
public enum ApplicationStatus {
    DRAFT("draft"),
    SUBMITTED("submitted"),

    /** Returned for completion: the municipality writes on it again. */
    RETURNED("returned"),
    WITHDRAWN("withdrawn"),
    APPROVED("approved"),
    REJECTED("rejected");

    private final String code;

    ApplicationStatus(String code) {
        this.code = code;
    }

    /** Whether the municipality may write on it. */
    public boolean isWritten() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether it has been submitted and waits for a decision, returned or not. */
    public boolean isPending() {
        return this == SUBMITTED || this == RETURNED;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }
}
