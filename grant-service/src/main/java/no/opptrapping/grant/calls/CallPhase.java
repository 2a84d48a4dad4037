package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a call is at a moment: what its status and the clock say together. */
public enum CallPhase {
    /** Being prepared; only those who prepare it see it. */
    DRAFT("draft"),
    /** Announced, and not yet its first day. */
    SCHEDULED("scheduled"),
    /** Applications are taken. */
    OPEN("open"),
    /** The deadline has passed, and nothing is decided. */
    CLOSED("closed"),
    /** Its applications have been decided. */
    DECIDED("decided"),
    /** Called off with a reason; nothing is decided. */
    CANCELLED("cancelled");

    private final String code;

    CallPhase(String code) {
        this.code = code;
    }

    /** The word for it in JSON. */
    @JsonValue
    public String code() {
        return code;
    }
}
