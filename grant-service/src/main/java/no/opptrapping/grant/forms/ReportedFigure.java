package no.opptrapping.grant.forms;

import com.fasterxml.jackson.annotation.JsonValue;

/** A figure of last year's report that a renewal can answer a question with. */
public enum ReportedFigure {
    /** What was received, in whole kroner. */
    RECEIVED("received"),
    /** What was spent, in whole kroner. */
    SPENT("spent"),
    /** What was left, in whole kroner. */
    UNSPENT("unspent"),
    /** The municipality's own money, in whole kroner. */
    OWN_SHARE("own-share"),
    /** Man-years with two or more decimals. */
    MAN_YEARS("man-years");

    private final String code;

    ReportedFigure(String code) {
        this.code = code;
    }

    /** The word for it in JSON. */
    @JsonValue
    public String code() {
        return code;
    }
}
