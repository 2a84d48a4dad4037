package no.opptrapping.reporting.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a table are. */
public enum Grouping {
    @JsonProperty("country")
    COUNTRY,
    @JsonProperty("county")
    COUNTY,
    @JsonProperty("kostra-group")
    KOSTRA_GROUP,
    @JsonProperty("population-class")
    POPULATION_CLASS,
    @JsonProperty("health-region")
    HEALTH_REGION,
    @JsonProperty("municipality")
    MUNICIPALITY;

    /** The word in the query and in JSON. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The grouping with this word. */
    public static Optional<Grouping> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
