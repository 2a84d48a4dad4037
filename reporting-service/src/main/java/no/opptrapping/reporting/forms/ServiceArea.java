package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the man-years are worked (<i>tjenesteområde</i>, IS-24/8). */
public enum ServiceArea {
    @JsonProperty("staffed-housing")
    STAFFED_HOUSING,
    @JsonProperty("treatment")
    TREATMENT,
    @JsonProperty("home-ambulant")
    HOME_AMBULANT,
    @JsonProperty("work-activity")
    WORK_ACTIVITY;

    /** The word in JSON and in message keys. */
    public String code() {
        return Codes.of(this);
    }
}
