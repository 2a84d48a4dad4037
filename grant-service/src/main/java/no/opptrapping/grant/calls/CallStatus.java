package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonValue;

/** What has been decided of a call: nothing yet, that it is announced, its applications, or that it is called off. */
public enum CallStatus {
    DRAFT("draft"),
    ANNOUNCED("announced"),
    CLOSED("closed"),
    CANCELLED("cancelled");

    private final String code;

    CallStatus(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }
}
