package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;

/** Who should have reported, and who did. */
public record ResponseTable(Year year, Grouping by, LocalDate structureDate, List<Row> rows, Row total) {
    public ResponseTable {
        rows = List.copyOf(rows);
    }

    /**
     * One group.
     *
     * @param should rooms with something to report on
     * @param did those of them that have been submitted at least once
     */
    public record Row(String key, Optional<String> properName, int should, int did) {
        /** The part that answered, three decimals for display. */
        public Optional<BigDecimal> rate() {
            return divided(did, should, 3);
        }

        /** What one answer stands for when the group's answers are to stand for the whole group; four decimals. */
        public Optional<BigDecimal> weight() {
            return divided(should, did, 4);
        }

        private static Optional<BigDecimal> divided(int part, int whole, int decimals) {
            return whole == 0
                    ? Optional.empty()
                    : Optional.of(
                            BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP));
        }
    }
}
