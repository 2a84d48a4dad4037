package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonValue;

/** The categories of measures (<i>tiltak</i>) in municipal substance-use work (SINTEF A26099, table 4.1). */
public enum MeasureCode {
    GENERAL_CONSULTANT("general-consultant"),
    WORK_AND_ACTIVITY("work-and-activity"),
    EARLY_INTERVENTION("early-intervention"),
    LEISURE_WITH_SUPPORT("leisure-with-support"),
    LOW_THRESHOLD_HEALTH("low-threshold-health"),
    AMBULANT_OUTREACH("ambulant-outreach"),
    SOCIAL_HOUSING("social-housing"),
    STAFFED_HOUSING("staffed-housing"),
    LAR_FOLLOW_UP("lar-follow-up"),
    ELDERLY_USERS("elderly-users"),
    EMERGENCY("emergency"),
    TRUSTED_PERSON("trusted-person"),
    ROUND_THE_CLOCK("round-the-clock"),
    COMPETENCE("competence"),
    OTHER("other");

    private final String code;

    MeasureCode(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }
}
