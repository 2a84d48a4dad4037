package no.opptrapping.grant.calls.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Forecast;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A forecast as the API shows it. */
@Schema(name = "Forecast")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForecastResponse(
        @Schema(description = "The identity that the call has when it comes")
        CallId id,

        SchemeId schemeId,
        int year,
        LocalisedText title,

        @Schema(description = "The first day on which applications are expected to be taken")
        LocalDate opensOn,

        @Schema(description = "The last instant that is expected to be on time")
        Instant deadline,

        @Schema(description = "The day in Norway that the expected deadline is on")
        LocalDate lastDay,

        @Schema(maxLength = 8, description = "The last minute of that day, 24:00 for its end")
        String lastTime,

        @Schema(description = "What is expected to be given, in whole kroner; absent while nobody knows") @Nullable
        Kroner budget,

        @Schema(description = "1 when made, growing by each change")
        int version,

        @Schema(description = "The instant at which it was made or changed last (UTC)")
        Instant changedAt,

        @Schema(description = "The instant at which it was withdrawn (UTC); absent while it is expected") @Nullable
        Instant withdrawnAt,

        @Schema(maxLength = 2000, description = "Why it is expected no more; absent while it is") @Nullable
        String withdrawalReason) {
    static ForecastResponse of(Forecast forecast) {
        var last = LastMoment.of(forecast.deadline());
        return new ForecastResponse(
                forecast.id(),
                forecast.scheme(),
                forecast.year().getValue(),
                forecast.title(),
                forecast.opensOn(),
                forecast.deadline(),
                last.day(),
                last.time(),
                forecast.budget().orElse(null),
                forecast.version(),
                forecast.changedAt(),
                forecast.withdrawal().map(Forecast.Withdrawal::at).orElse(null),
                forecast.withdrawal().map(Forecast.Withdrawal::reason).orElse(null));
    }
}
