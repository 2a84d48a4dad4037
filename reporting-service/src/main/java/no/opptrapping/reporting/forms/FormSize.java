package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much is asked: a small award is asked the simple form, without the questions about services. */
public enum FormSize {
    @JsonProperty("full")
    FULL,
    @JsonProperty("simple")
    SIMPLE;

    /** The word in JSON and in message keys. */
    public String code() {
        return Codes.of(this);
    }
}
