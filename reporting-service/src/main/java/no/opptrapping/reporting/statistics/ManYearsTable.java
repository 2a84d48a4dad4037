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
 * @param notAnswered the municipalities of the year that have no approved report, a row of their own
 */
public record ManYearsTable(
        Year year,
        String by,
        LocalDate structureDate,
        int reports,
        List<Row> rows,
        Row total,
        NotAnswered notAnswered) {
    /** The grouping by service area. */
    public static final String BY_AREA = "area";

    private static final BigDecimal THOUSAND = new BigDecimal("1000");

    public ManYearsTable {
        rows = List.copyOf(rows);
    }

    /**
     * One area or group.
     *
     * @param figures empty when nobody has answered: nothing is known, which is not the same as none
     * @param of all man-years of the table
     */
    public record Row(
            String key,
            Optional<String> properName,
            Optional<ManYearsFigures> figures,
            ManYearsFigures of,
            Conversion converted) {
        /** The part of all man-years, three decimals for display. */
        public Optional<BigDecimal> share() {
            return figures.filter(_ -> of.total().signum() != 0)
                    .map(known -> known.total().divide(of.total(), 3, RoundingMode.HALF_UP));
        }

        /** Man-years per 1 000 inhabitants of the municipalities that answered, two decimals for display. */
        public Optional<BigDecimal> perThousand() {
            return figures.flatMap(known -> known.inhabitants()
                    .filter(inhabitants -> inhabitants.signum() > 0)
                    .map(inhabitants -> known.total().multiply(THOUSAND).divide(inhabitants, 2, RoundingMode.HALF_UP)));
        }
    }

    /**
     * Those that have not answered, or whose answer is not approved.
     *
     * @param municipalities how many, as they were in the year
     * @param inhabitants empty when some of them is not known
     */
    public record NotAnswered(int municipalities, Optional<BigDecimal> inhabitants) {}
}
