package no.opptrapping.municipality.indicators.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.Year;
import java.util.Objects;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.registry.InTheRegister;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of an indicator's values are meant: {@code @Valid @BeanParam YearQuery wanted}. */
class YearQuery {
    @QueryParam("year")
    @NotNull
    @Parameter(
            description = "The year of the values",
            required = true,
            example = "2019",
            schema = @Schema(implementation = Integer.class, minimum = "1900", maximum = "2199"))
    @SuppressWarnings("NullAway.Init") // it is required
    private Year year;

    @QueryParam("structureDate")
    @InTheRegister
    @Parameter(
            description =
                    "The day of the municipality structure that they are for; 1 January of the year unless it is given")
    private @Nullable LocalDate structureDate;

    ObservationKey of(String indicator) {
        return new ObservationKey(indicator, year, Objects.requireNonNullElseGet(structureDate, () -> year.atDay(1)));
    }
}
