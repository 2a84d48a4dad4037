package no.opptrapping.grant.awards.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Year;
import java.util.List;
import java.util.function.LongPredicate;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.LaterYear;
import no.opptrapping.grant.awards.PromiseLaterYears;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that an award is to have in later years; none takes the promises back. */
record LaterYearsRequest(@NotNull @Size(max = 5) List<@NotNull @Valid Item> laterYears) {
    /** One year's amount, above zero. */
    @Schema(name = "LaterYear")
    record Item(
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotNull @Min(1) @Max(10_000_000_000_000L) Long amount) {}

    PromiseLaterYears.Command command(AwardId award, LongPredicate read, String promisedBy) {
        return new PromiseLaterYears.Command(
                award,
                laterYears.stream()
                        .map(item -> new LaterYear(Year.of(item.year()), Kroner.of(item.amount())))
                        .toList(),
                read,
                promisedBy);
    }
}
