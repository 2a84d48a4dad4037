package no.opptrapping.grant.assessment;

import com.fasterxml.jackson.annotation.JsonValue;

/** What an assessment recommends. */
public enum Recommendation {
    APPROVE("approve"),
    REJECT("reject");

    private final String code;

    Recommendation(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }
}
