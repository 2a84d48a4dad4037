package no.opptrapping.municipality.registry.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.municipality.query.CacheableAnswer;
import no.opptrapping.municipality.query.QueryParameters;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.time.BusinessDates;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Counties on a date. */
@Path("/v1/counties")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Counties", description = "Counties over time; open to everybody")
class CountiesResource {
    private final CurrentRegister currentRegister;
    private final Problems problems;
    private final Clock clock;

    CountiesResource(CurrentRegister currentRegister, Problems problems, Clock clock) {
        this.currentRegister = currentRegister;
        this.problems = problems;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listCounties", summary = "Counties valid on a date", description = "By number.")
    @APIResponse(
            responseCode = "200",
            description = "All counties of the date",
            content = @Content(schema = @Schema(implementation = CountyList.class)))
    public Response list(@QueryParam("date") @Nullable String date, @Context Request request) {
        var parameters = new QueryParameters();
        var on = parameters.date("date", date, BusinessDates.today(clock));
        if (!parameters.faults().isEmpty()) {
            return problems.rejected(parameters.faults());
        }
        var revision = currentRegister.get();
        return CacheableAnswer.of(
                request,
                CacheableAnswer.tag(revision.number(), on),
                () -> new CountyList(revision.register().countiesOn(on).stream()
                        .map(CountyView::of)
                        .toList()));
    }

    /** All counties of a date. */
    @Schema(name = "CountyList")
    record CountyList(
            @Schema(required = true, maxItems = 100) List<CountyView> items) {}

    /** A county. */
    @JsonPropertyOrder({"number", "name", "from", "to"})
    @Schema(name = "County")
    record CountyView(
            @Schema(required = true, pattern = "^[0-9]{2}$", maxLength = 2)
            String number,

            @Schema(required = true, maxLength = 200) String name,
            @Schema(nullable = true) @Nullable LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to) {
        static CountyView of(County county) {
            return new CountyView(
                    county.number(),
                    county.name(),
                    county.period().from().orElse(null),
                    county.period().to().orElse(null));
        }
    }
}
