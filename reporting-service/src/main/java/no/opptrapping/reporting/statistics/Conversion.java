package no.opptrapping.reporting.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done to figures to show them in another structure than the one they were made in. */
@Schema(name = "TableConversion")
public enum Conversion {
    /** Nothing: the municipality is the same. */
    @JsonProperty("none")
    NONE,
    /** Figures of municipalities that have merged are added together: exact. */
    @JsonProperty("summed")
    SUMMED,
    /** Figures of a municipality that was split are divided by the people that moved: an estimate. */
    @JsonProperty("divided")
    DIVIDED;

    /** The stronger of the two. */
    Conversion and(Conversion other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
