package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How well a service works, in the municipality's own judgement. */
public enum ServiceWorks {
    @JsonProperty("well")
    WELL,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("badly")
    BADLY;

    /** The word in JSON and in message keys. */
    public String code() {
        return Codes.of(this);
    }
}
