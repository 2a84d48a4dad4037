package no.opptrapping.municipality.registry.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import no.opptrapping.municipality.registry.InTheRegister;
import no.opptrapping.platform.time.BusinessDates;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The day that something is asked about: {@code @Valid @BeanParam DateQuery day}. */
class DateQuery {
    @QueryParam("date")
    @InTheRegister
    @Parameter(example = "2026-01-01")
    private @Nullable LocalDate date;

    /** The day, or today. */
    LocalDate orToday(Clock clock) {
        return Objects.requireNonNullElseGet(date, () -> BusinessDates.today(clock));
    }
}
