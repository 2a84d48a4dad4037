package no.opptrapping.grant.allocation.runs;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a run has come. */
public enum RunStatus {
    /** Computed; nobody's money is touched. */
    @JsonProperty("simulated")
    SIMULATED,
    /** Adopted: awards or framework allocations follow from it. */
    @JsonProperty("adopted")
    ADOPTED
}
