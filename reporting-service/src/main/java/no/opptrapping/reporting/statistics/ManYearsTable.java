package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;

/**
 * Man-years by service area or by groups of municipalities.
 *
 * @param by the word of the grouping, {@code area} or one of {@link Grouping}
 * @param reports how many approved reports the figures are of
 */
public record ManYearsTable(Year year, String by, LocalDate structureDate, int reports, List<Row> rows, Row total) {
    /** The grouping by service area. */
    public static final String BY_AREA = "area";

    private static final BigDecimal THOUSAND = new BigDecimal("1000");

    public ManYearsTable {
        rows = List.copyOf(rows);
    }

    /**
     * One area or group.
     *
     * @param of all man-years of the table
     * @param population empty by area and when some of it is not known
     */
    public record Row(
            String key,
            Optional<String> properName,
            ManYearsFigures figures,
            ManYearsFigures of,
            Optional<BigDecimal> population,
            Conversion converted) {
        /** The part of all man-years, three decimals for display. */
        public Optional<BigDecimal> share() {
            return of.total().signum() == 0
                    ? Optional.empty()
                    : Optional.of(figures.total().divide(of.total(), 3, RoundingMode.HALF_UP));
        }

        /** Man-years per 1 000 inhabitants, two decimals for display. */
        public Optional<BigDecimal> perThousand() {
            return population
                    .filter(inhabitants -> inhabitants.signum() > 0)
                    .map(inhabitants ->
                            figures.total().multiply(THOUSAND).divide(inhabitants, 2, RoundingMode.HALF_UP));
        }
    }
}
