package no.opptrapping.reporting.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a value that was filled in for the municipality comes from. */
@Schema(name = "AnswerOrigin")
public enum Origin {
    /** What the Directorate has paid. */
    @JsonProperty("payment")
    PAYMENT,
    /** What has been carried over from the year before. */
    @JsonProperty("carry-over")
    CARRY_OVER,
    /** The measures of the award. */
    @JsonProperty("award")
    AWARD,
    /** The municipality's approved report of the year before. */
    @JsonProperty("last-year")
    LAST_YEAR
}
