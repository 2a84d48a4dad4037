package no.opptrapping.reporting.statistics.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.reporting.statistics.Grouping;
import no.opptrapping.reporting.statistics.StatisticsRequest;
import org.jspecify.annotations.Nullable;

/** Which year, in the municipalities of which date: {@code @Valid @BeanParam StatisticsQuery query}. */
class StatisticsQuery {
    @QueryParam("year")
    @NotNull
    @Min(2012)
    @Max(2100)
    private Integer year = 0;

    @QueryParam("structureDate")
    private @Nullable LocalDate structureDate;

    int year() {
        return year;
    }

    /** The figures by the grouping; empty when the date is before the year. */
    Optional<StatisticsRequest> of(Grouping by) {
        return StatisticsRequest.of(Year.of(year), by, Optional.ofNullable(structureDate));
    }
}
