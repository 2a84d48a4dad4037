package no.opptrapping.platform.problems;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What it takes to get past a broken rule. */
public enum Severity {
    /** It has to be put right. */
    @JsonProperty("error")
    ERROR,
    /** It has to be put right or explained in a comment. */
    @JsonProperty("warning")
    WARNING
}
