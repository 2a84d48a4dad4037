package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;

/**
 * Money by groups of municipalities.
 *
 * @param populationYear the year of the population that amounts per inhabitant are divided by
 */
public record MoneyTable(
        Year year, Grouping by, LocalDate structureDate, Optional<Year> populationYear, List<Row> rows, Row total) {
    /** The key of what the structure has no place for. */
    public static final String NOT_PLACED = "not-placed";

    public MoneyTable {
        rows = List.copyOf(rows);
    }

    /**
     * One group.
     *
     * @param municipalities how many municipalities of the structure are in the group
     * @param population their inhabitants; empty when some of them are not known
     */
    public record Row(
            String key,
            Optional<String> properName,
            int municipalities,
            Optional<BigDecimal> population,
            MoneyFigures figures,
            Conversion converted) {
        /** Awarded kroner per inhabitant, two decimals for display. */
        public Optional<BigDecimal> perInhabitant() {
            return population
                    .filter(inhabitants -> inhabitants.signum() > 0)
                    .map(inhabitants -> decimal(figures.awarded()).divide(inhabitants, 2, RoundingMode.HALF_UP));
        }

        /** The part of what there was to spend that is spent, three decimals for display. */
        public Optional<BigDecimal> shareSpent() {
            return figures.toSpend().isZero()
                    ? Optional.empty()
                    : Optional.of(decimal(figures.spent()).divide(decimal(figures.toSpend()), 3, RoundingMode.HALF_UP));
        }

        private static BigDecimal decimal(Kroner amount) {
            return BigDecimal.valueOf(amount.value());
        }
    }
}
