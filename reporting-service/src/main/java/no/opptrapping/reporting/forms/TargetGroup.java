package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom the man-years are for (<i>målgruppe</i>): adults, or children and young people. */
public enum TargetGroup {
    @JsonProperty("adults")
    ADULTS,
    @JsonProperty("children")
    CHILDREN;

    /** The word in JSON and in message keys. */
    public String code() {
        return Codes.of(this);
    }
}
