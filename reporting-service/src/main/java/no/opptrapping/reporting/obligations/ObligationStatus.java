package no.opptrapping.reporting.obligations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far an obligation to report has come. */
public enum ObligationStatus {
    /** The money has not been paid yet, or the time for reporting has not come. */
    @JsonProperty("waiting")
    WAITING,
    /** The municipality can and shall report. */
    @JsonProperty("open")
    OPEN,
    /** The report is with the Directorate. */
    @JsonProperty("submitted")
    SUBMITTED,
    /** The report is approved. */
    @JsonProperty("fulfilled")
    FULFILLED,
    /** The award has been annulled or has lapsed. */
    @JsonProperty("cancelled")
    CANCELLED;

    /** The word in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the municipality has something to answer, or has answered it. */
    public boolean isLive() {
        return this == OPEN || this == SUBMITTED || this == FULFILLED;
    }
}
