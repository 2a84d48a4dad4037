package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** To what extent the money went to its purpose (<i>formål</i>), the five steps of IS-24/8. */
public enum PurposeShare {
    @JsonProperty("very-large")
    VERY_LARGE,
    @JsonProperty("large")
    LARGE,
    @JsonProperty("neither")
    NEITHER,
    @JsonProperty("small")
    SMALL,
    @JsonProperty("very-small")
    VERY_SMALL;

    /** The word in JSON and in message keys. */
    public String code() {
        return Codes.of(this);
    }
}
