package no.opptrapping.reporting.known;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an award (<i>tilsagn</i>) has come, as award.v1 says it. */
public enum AwardStatus {
    @JsonProperty("awarded")
    AWARDED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("annulled")
    ANNULLED,
    @JsonProperty("lapsed")
    LAPSED;

    /** Whether the money is still the recipient's. */
    public boolean stands() {
        return this != ANNULLED && this != LAPSED;
    }
}
