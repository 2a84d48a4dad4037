package no.opptrapping.municipality.indicators;

import java.math.BigDecimal;
import java.util.Arrays;

/** The classes by population that reports on municipal services use. */
public enum PopulationClass {
    UNDER_2000("under-2000", 1_999),
    FROM_2000("2000-4999", 4_999),
    FROM_5000("5000-9999", 9_999),
    FROM_10000("10000-19999", 19_999),
    FROM_20000("20000-50000", 50_000),
    OVER_50000("over-50000", Long.MAX_VALUE);

    private final String code;
    private final BigDecimal most;

    PopulationClass(String code, long most) {
        this.code = code;
        this.most = BigDecimal.valueOf(most);
    }

    /** The word in API answers. */
    public String code() {
        return code;
    }

    /** The class of a population, a decimal number. */
    static PopulationClass of(String population) {
        var people = new BigDecimal(population);
        return Arrays.stream(values())
                .filter(one -> people.compareTo(one.most) <= 0)
                .findFirst()
                .orElse(OVER_50000);
    }
}
