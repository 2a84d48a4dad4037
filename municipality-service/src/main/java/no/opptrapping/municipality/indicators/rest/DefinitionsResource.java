package no.opptrapping.municipality.indicators.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.opptrapping.municipality.indicators.ChangeDefinition;
import no.opptrapping.municipality.indicators.ChangeDefinition.Command;
import no.opptrapping.municipality.indicators.ChangeDefinition.Outcome;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.ObservationSets;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One indicator's definition, read and changed. */
@Path("/v1/indicators")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators", description = "Population, indices and groupings of municipalities")
class DefinitionsResource {
    private final ObservationSets sets;
    private final ChangeDefinition changeDefinition;
    private final CurrentCaller caller;
    private final Problems problems;

    DefinitionsResource(
            ObservationSets sets, ChangeDefinition changeDefinition, CurrentCaller caller, Problems problems) {
        this.sets = sets;
        this.changeDefinition = changeDefinition;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getIndicator", summary = "What an indicator measures", description = "Open to everybody.")
    @APIResponse(
            responseCode = "200",
            description = "The definition",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IndicatorDefinition.class),
                            examples = @ExampleObject(name = "population", value = IndicatorExamples.POPULATION)))
    public Response get(@Parameter(example = "population") @PathParam("code") String code, @Context Request request) {
        return sets.indicator(code)
                .map(definition -> CacheableAnswer.of(request, CacheableAnswer.tag(definition), () -> definition))
                .orElseGet(() -> problems.notFound("indicator.unknown", "code", code));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.KEEPER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeIndicator",
            summary = "Change what an indicator is called, counted in and credited to",
            description = "Roles adviser and administrator. Its kind stays, and every category that there is, for the"
                    + " values rest on them. An indicator of the reference data cannot be changed here. The newest of"
                    + " its values get a new version and are told anew.")
    @APIResponse(
            responseCode = "200",
            description = "The definition",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IndicatorDefinition.class),
                            examples = @ExampleObject(name = "places", value = IndicatorExamples.CHANGE)))
    public Response change(
            @Parameter(example = "staffed-housing-places") @PathParam("code") String code,
            @BeanParam IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = IndicatorDefinition.class),
                                            examples =
                                                    @ExampleObject(name = "places", value = IndicatorExamples.CHANGE)))
                    @Valid
                    @NotNull
                    IndicatorDefinition wanted) {
        var read = ifMatch.required();
        if (!wanted.code().equals(code)) {
            return problems.rejected(List.of(BrokenRule.of("indicator.code-stays", "/code")));
        }
        var outcome = changeDefinition.change(new Command(
                wanted,
                before -> read.is(CacheableAnswer.tag(before)),
                caller.staff().subject()));
        return switch (outcome) {
            case Outcome.Changed(var definition) ->
                Response.ok(definition)
                        .header("ETag", ETags.of(CacheableAnswer.tag(definition)))
                        .build();
            case Outcome.UnknownIndicator(var unknown) -> problems.notFound("indicator.unknown", "code", unknown);
            case Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
            case Outcome.Rejected(var broken) -> problems.rejected(broken);
        };
    }
}
