package no.opptrapping.reporting.statistics;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;

/**
 * Which figures somebody asks for.
 *
 * @param structureDate the date whose municipalities the rows are; not before the year
 */
public record StatisticsRequest(Year year, Grouping by, LocalDate structureDate) {
    /** In the structure of the date, or of 1 January of the year when none is given; empty when it is before the year. */
    public static Optional<StatisticsRequest> of(Year year, Grouping by, Optional<LocalDate> structureDate) {
        var beginning = LocalDate.of(year.getValue(), 1, 1);
        var date = structureDate.orElse(beginning);
        return date.isBefore(beginning) ? Optional.empty() : Optional.of(new StatisticsRequest(year, by, date));
    }

    StatisticsRequest by(Grouping other) {
        return new StatisticsRequest(year, other, structureDate);
    }
}
