package no.opptrapping.municipality.indicators.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.indicators.FindObservations;
import no.opptrapping.municipality.indicators.FindObservations.Outcome;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSets;
import no.opptrapping.municipality.query.CacheableAnswer;
import no.opptrapping.municipality.query.QueryParameters;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Indicators and their values. */
@Path("/v1/indicators")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Indicators", description = "Population and groupings of municipalities; open to everybody")
class IndicatorsResource {
    private final ObservationSets sets;
    private final FindObservations findObservations;
    private final CurrentRegister currentRegister;
    private final Problems problems;

    IndicatorsResource(
            ObservationSets sets,
            FindObservations findObservations,
            CurrentRegister currentRegister,
            Problems problems) {
        this.sets = sets;
        this.findObservations = findObservations;
        this.currentRegister = currentRegister;
        this.problems = problems;
    }

    @GET
    @Operation(operationId = "listIndicators", summary = "All indicators", description = "By code.")
    @APIResponse(
            responseCode = "200",
            description = "The indicators",
            content = @Content(schema = @Schema(implementation = IndicatorViews.IndicatorList.class)))
    public Response list(@Context Request request) {
        return CacheableAnswer.of(
                request,
                currentRegister.get().number(),
                () -> new IndicatorViews.IndicatorList(sets.indicators().stream()
                        .map(IndicatorViews.IndicatorView::of)
                        .toList()));
    }

    @GET
    @Path("/{code}/values")
    @Operation(
            operationId = "getIndicatorValues",
            summary = "An indicator's values for a year",
            description =
                    "In the municipality structure of a date, 1 January of the year unless it is given. Figures are"
                            + " converted to a later structure; what rests on an estimated share is marked.")
    @APIResponse(
            responseCode = "200",
            description = "One value per municipality of the structure",
            content = @Content(schema = @Schema(implementation = IndicatorViews.ValuesView.class)))
    public Response values(
            @PathParam("code") String code,
            @QueryParam("year") @Nullable String year,
            @QueryParam("structureDate") @Nullable String structureDate,
            @Context Request request) {
        var parameters = new QueryParameters();
        var of = parameters.year("year", year);
        var structure = parameters.date("structureDate", structureDate, of.atDay(1));
        if (!parameters.faults().isEmpty()) {
            return problems.rejected(parameters.faults());
        }
        return switch (findObservations.find(code, of, structure, Optional.empty())) {
            case Outcome.Found found -> {
                var revision = currentRegister.get();
                yield CacheableAnswer.of(
                        request,
                        revision.number() * 1000 + found.version(),
                        () -> IndicatorViews.ValuesView.of(found, revision.register()));
            }
            case Outcome.UnknownIndicator(var unknown) -> problems.notFound("indicator.unknown", "code", unknown);
            case Outcome.NoValues(var known, var available) ->
                problems.notFound(
                        "indicator.no-values",
                        "code",
                        known,
                        "year",
                        of.getValue(),
                        "structureDate",
                        structure,
                        "available",
                        available(available));
        };
    }

    private static List<String> available(List<ObservationKey> keys) {
        return keys.stream().map(key -> key.year() + "/" + key.structureDate()).toList();
    }
}
