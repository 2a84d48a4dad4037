package no.opptrapping.grant.calls.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Year;
import java.util.List;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.calls.Forecast;
import no.opptrapping.grant.calls.ForecastCall;
import no.opptrapping.grant.calls.Forecasts;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calls that are expected, for everybody to read. */
@Path("/v1/forecasts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
class ForecastsResource {
    /** Why a forecast is withdrawn. */
    @Schema(name = "ForecastWithdrawal")
    record WithdrawalRequest(
            @Schema(required = true, maxLength = 2000, description = "In words, for everybody to read")
            @Size(max = 2000)
            String reason) {}

    private final ForecastCall forecastCall;
    private final Forecasts forecasts;
    private final CurrentCaller caller;
    private final Problems problems;

    ForecastsResource(ForecastCall forecastCall, Forecasts forecasts, CurrentCaller caller, Problems problems) {
        this.forecastCall = forecastCall;
        this.forecasts = forecasts;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The forecast, which everybody can read; its version is the ETag",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ForecastResponse.class)))
    @Operation(
            operationId = "forecastCall",
            summary = "Tell everybody that a call is expected",
            description = "A call that is made of it (forecastId) has its identity.")
    public Response make(@Valid @NotNull ForecastRequest request) {
        return answer(forecastCall.make(request.expected(), caller.staff().subject()), 201);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @APIResponse(
            responseCode = "200",
            description = "The forecast as it is now; its version is the ETag",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ForecastResponse.class)))
    @Operation(operationId = "changeForecast", summary = "Change what is expected of a call")
    public Response change(
            @PathParam("id") CallId id, @BeanParam IfMatch ifMatch, @Valid @NotNull ForecastRequest request) {
        var read = ifMatch.required();
        return answer(forecastCall.change(id, read::is, request.expected()), 200);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The forecast, which is expected no more",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ForecastResponse.class)))
    @Operation(operationId = "withdrawForecast", summary = "Say that a call is not expected any more, and why")
    public Response withdraw(@PathParam("id") CallId id, @Valid @NotNull WithdrawalRequest request) {
        return answer(forecastCall.withdraw(id, request.reason()), 201);
    }

    private Response answer(ForecastCall.Outcome outcome, int status) {
        return switch (outcome) {
            case ForecastCall.Outcome.Forecasted(var forecast) -> shown(forecast, status);
            case ForecastCall.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ForecastCall.Outcome.Withdrawn() -> problems.conflict("call.forecast-withdrawn");
            case ForecastCall.Outcome.MadeAlready() -> problems.conflict("call.forecast-made-already");
            case ForecastCall.Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
            case ForecastCall.Outcome.UnknownForecast() -> problems.notFound();
        };
    }

    private static Response shown(Forecast forecast, int status) {
        var answer = Response.status(status)
                .header("ETag", ETags.of(forecast.version()))
                .entity(ForecastResponse.of(forecast));
        return status == Response.Status.CREATED.getStatusCode()
                ? answer.location(URI.create("/v1/forecasts/" + forecast.id())).build()
                : answer.build();
    }

    @GET
    @PermitAll
    @Operation(operationId = "listForecasts", summary = "List the calls that are expected and not announced yet")
    public Page<ForecastResponse> list(@Valid @BeanParam PageQuery page) {
        var after =
                page.cursor(2).map(cursor -> new Calls.Key(cursor.read(0, Year::parse), new CallId(cursor.uuid(1))));
        return Page.of(
                        forecasts.list(after, page.limit() + 1),
                        page.limit(),
                        one -> List.of(one.year().toString(), one.id().toString()))
                .map(ForecastResponse::of);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @APIResponse(
            responseCode = "200",
            description = "The forecast; its version is the ETag",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ForecastResponse.class)))
    @Operation(operationId = "getForecast", summary = "Read a forecast, also one that has come true or is withdrawn")
    public Response get(@PathParam("id") CallId id) {
        return forecasts.find(id).map(one -> shown(one, 200)).orElseGet(problems::notFound);
    }
}
