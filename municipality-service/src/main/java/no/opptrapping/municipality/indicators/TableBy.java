package no.opptrapping.municipality.indicators;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What municipalities are counted by. */
public enum TableBy {
    POPULATION_CLASS,
    KOSTRA_GROUP,
    COUNTY,
    HEALTH_REGION,
    HEALTH_TRUST_AREA,
    CENTRALITY;

    /** The word in addresses; of a grouping its indicator's code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the word stands for; empty if it stands for nothing. */
    public static Optional<TableBy> of(String code) {
        return Arrays.stream(values()).filter(by -> by.code().equals(code)).findFirst();
    }
}
