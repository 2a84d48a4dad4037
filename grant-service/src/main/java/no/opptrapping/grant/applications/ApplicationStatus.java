package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an application is. */
public enum ApplicationStatus {
    DRAFT("draft"),
    SUBMITTED("submitted"),
    WITHDRAWN("withdrawn"),
    APPROVED("approved"),
    REJECTED("rejected");

    private final String code;

    ApplicationStatus(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }
}
