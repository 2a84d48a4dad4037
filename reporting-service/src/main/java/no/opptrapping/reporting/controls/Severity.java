package no.opptrapping.reporting.controls;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a broken rule means for a submission. */
public enum Severity {
    /** Stops the submission. */
    @JsonProperty("error")
    ERROR,
    /** Asks for a comment; without one it stops the submission. */
    @JsonProperty("warning")
    WARNING
}
