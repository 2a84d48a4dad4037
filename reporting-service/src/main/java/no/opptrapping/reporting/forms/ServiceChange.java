package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happened to a service since last year. */
public enum ServiceChange {
    @JsonProperty("strengthened")
    STRENGTHENED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("weakened")
    WEAKENED;

    /** The word in JSON and in message keys. */
    public String code() {
        return Codes.of(this);
    }
}
