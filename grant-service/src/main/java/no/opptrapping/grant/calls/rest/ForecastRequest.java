package no.opptrapping.grant.calls.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.opptrapping.grant.calls.Forecast;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a forecast. */
@Schema(name = "NewForecast")
record ForecastRequest(
        @Schema(required = true) SchemeId schemeId,

        @Schema(required = true, minimum = "2000", maximum = "2100") @NotNull @Min(2000) @Max(2100)
        Integer year,

        @Schema(required = true) @EachAtMost(longest = 200) LocalisedText title,

        @Schema(required = true, description = "The first day on which applications are expected to be taken")
        LocalDate opensOn,

        @Schema(
                required = true,
                maxLength = 40,
                description = "The last instant that is expected to be on time, with its offset from UTC")
        OffsetDateTime deadline,

        @Schema(description = "What is expected to be given, in whole kroner; missing while nobody knows") @Nullable
        Kroner budget) {
    Forecast.Expected expected() {
        return new Forecast.Expected(
                schemeId,
                Year.of(year),
                title,
                opensOn,
                deadline.toInstant().truncatedTo(ChronoUnit.MICROS),
                Optional.ofNullable(budget));
    }
}
