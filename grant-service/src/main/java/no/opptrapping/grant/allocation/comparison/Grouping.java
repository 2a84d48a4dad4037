package no.opptrapping.grant.allocation.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a comparison are: single municipalities, or groups of them. */
public enum Grouping {
    MUNICIPALITY,
    COUNTY,
    KOSTRA_GROUP,
    POPULATION_CLASS,
    HEALTH_REGION,
    /** The health trusts' areas (<i>helseforetaksområder</i>); a structure that nobody has classified is one row. */
    HEALTH_TRUST_AREA;

    /** The words that a query may use. */
    public static final String CODES =
            "^(municipality|county|kostra-group|population-class|health-region|health-trust-area)$";

    /** The key of those that the grouping does not place. */
    public static final String UNCLASSIFIED = "unclassified";

    /** The groupings that are heard as indicators, by the same code. */
    public static final List<Grouping> INDICATORS = List.of(KOSTRA_GROUP, HEALTH_REGION, HEALTH_TRUST_AREA);

    /** The word in the query, in JSON and in message keys. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The grouping with this word. */
    public static Optional<Grouping> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
