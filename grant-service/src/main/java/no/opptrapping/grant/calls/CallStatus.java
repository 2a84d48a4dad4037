package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a call is: being prepared, open to applications between its dates, or decided. */
public enum CallStatus {
    DRAFT("draft"),
    ANNOUNCED("announced"),
    CLOSED("closed");

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
