package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/** The six classes of municipalities by population of the survey of 2014 (SINTEF A26099, table 2.1). */
public enum PopulationClass {
    UNDER_2000(2_000),
    FROM_2000_TO_4999(5_000),
    FROM_5000_TO_9999(10_000),
    FROM_10000_TO_19999(20_000),
    FROM_20000_TO_50000(50_001),
    OVER_50000(Long.MAX_VALUE);

    private final BigDecimal below;

    PopulationClass(long below) {
        this.below = BigDecimal.valueOf(below);
    }

    /** The class of a municipality with so many inhabitants; exactly 50 000 is not over 50 000. */
    public static PopulationClass of(BigDecimal inhabitants) {
        return Arrays.stream(values())
                .filter(each -> inhabitants.compareTo(each.below) < 0)
                .findFirst()
                .orElse(OVER_50000);
    }

    /** The word in JSON and in message keys, for example {@code 2000-4999}. */
    public String code() {
        var words = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.replace("from-", "").replace("-to-", "-");
    }
}
