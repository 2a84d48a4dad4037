package no.opptrapping.reporting.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The state of a report in one word. */
public enum ReportStatus {
    @JsonProperty("opened")
    OPENED,
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("returned")
    RETURNED,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("corrected")
    CORRECTED;

    /** The word in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
