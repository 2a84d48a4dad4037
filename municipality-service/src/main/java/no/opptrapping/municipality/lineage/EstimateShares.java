package no.opptrapping.municipality.lineage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Estimates the shares of a split where the number of people who moved is not known: each successor's population on
 * the date of the change less its other predecessors' last population, normalised. Ten decimals, and exactly one in
 * sum: the largest part carries the rounding.
 */
public final class EstimateShares {
    private static final int DECIMALS = 10;

    private EstimateShares() {}

    /**
     * The share of each successor.
     *
     * @param moved estimated number of people per successor; a negative estimate counts as nobody
     * @throws IllegalArgumentException if nobody moved anywhere
     */
    public static Map<MunicipalityNumber, BigDecimal> from(Map<MunicipalityNumber, Long> moved) {
        var total =
                moved.values().stream().mapToLong(people -> Math.max(0, people)).sum();
        if (total == 0) {
            throw new IllegalArgumentException("Nobody moved to any of " + moved.keySet());
        }
        var shares = new LinkedHashMap<MunicipalityNumber, BigDecimal>();
        moved.forEach((number, people) -> shares.put(
                number,
                BigDecimal.valueOf(Math.max(0, people))
                        .divide(BigDecimal.valueOf(total), DECIMALS, RoundingMode.HALF_EVEN)));
        var rest = BigDecimal.ONE.subtract(shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        var largest = moved.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        shares.merge(largest, rest, BigDecimal::add);
        return shares;
    }
}
