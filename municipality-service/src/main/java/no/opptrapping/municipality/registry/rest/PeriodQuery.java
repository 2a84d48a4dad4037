package no.opptrapping.municipality.registry.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import no.opptrapping.municipality.registry.InTheRegister;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.time.BusinessDates;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The days that a feed is asked about: {@code @Valid @BeanParam PeriodQuery period}. */
class PeriodQuery {
    @QueryParam("from")
    @InTheRegister
    @Parameter(description = "The first day; the register's first unless it is given", example = "2013-01-01")
    private @Nullable LocalDate from;

    @QueryParam("to")
    @InTheRegister
    @Parameter(description = "The day after the last; tomorrow unless it is given")
    private @Nullable LocalDate to;

    /** The first day. */
    LocalDate first() {
        return Objects.requireNonNullElse(from, Register.BEGINNING);
    }

    /** The day after the last. */
    LocalDate end(Clock clock) {
        return Objects.requireNonNullElseGet(
                to, () -> BusinessDates.today(clock).plusDays(1));
    }
}
