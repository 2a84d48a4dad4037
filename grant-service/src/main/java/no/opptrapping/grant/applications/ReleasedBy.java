package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who set a participant of a joint application free. */
public enum ReleasedBy {
    PARTICIPANT("participant"),
    DIRECTORATE("directorate");

    private final String code;

    ReleasedBy(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }
}
