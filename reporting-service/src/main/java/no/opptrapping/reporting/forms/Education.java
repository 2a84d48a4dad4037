package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The education of those who work (<i>utdanning</i>, IS-24/8); {@code NONE} is no higher education. */
public enum Education {
    @JsonProperty("none")
    NONE,
    @JsonProperty("secondary")
    SECONDARY,
    @JsonProperty("college")
    COLLEGE,
    @JsonProperty("college-further")
    COLLEGE_FURTHER,
    @JsonProperty("psychologist")
    PSYCHOLOGIST,
    @JsonProperty("physician")
    PHYSICIAN,
    @JsonProperty("user-experience")
    USER_EXPERIENCE;

    /** The word in JSON and in message keys. */
    public String code() {
        return Codes.of(this);
    }
}
