package no.opptrapping.grant.allocation.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.comparison.CompareAllocations;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a run is to be compared with: {@code @Valid @BeanParam ComparisonQuery query}. */
class ComparisonQuery {
    /** Kroner per inhabitant: digits and at most four decimals. */
    private static final String KRONER = "^[0-9]{1,9}(\\.[0-9]{1,4})?$";

    @QueryParam("with")
    @Size(max = 9)
    @Parameter(description = "Other runs; may be repeated")
    private @Nullable List<RunId> with;

    @QueryParam("awardsOf")
    @Min(2000)
    @Max(2100)
    @Parameter(description = "The year of awards to compare with, for example last year")
    private @Nullable Integer awardsOf;

    @QueryParam("awardsScheme")
    @Parameter(description = "The scheme of those awards; the run's own when absent")
    private @Nullable SchemeId awardsScheme;

    @QueryParam("beyond")
    @DefaultValue("0")
    @Pattern(regexp = KRONER)
    @Parameter(description = "Winners and losers change by strictly more kroner per inhabitant than this")
    private String beyond = "0";

    boolean isEmpty() {
        return (with == null || with.isEmpty()) && awardsOf == null;
    }

    CompareAllocations.Command command(RunId run) {
        return new CompareAllocations.Command(
                run,
                Optional.ofNullable(with).orElseGet(List::of),
                Optional.ofNullable(awardsOf)
                        .map(year -> new CompareAllocations.AwardsOf(Optional.ofNullable(awardsScheme), Year.of(year))),
                Decimal.of(beyond));
    }
}
