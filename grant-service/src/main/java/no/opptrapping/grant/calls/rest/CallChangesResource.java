package no.opptrapping.grant.calls.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.ChangeCall;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes of an announced call, each with its reason. */
@Path("/v1/calls/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DECISION_MAKER)
@Tag(name = "Calls")
class CallChangesResource {
    private final ChangeCall changeCall;
    private final CurrentCaller caller;
    private final Problems problems;
    private final Clock clock;

    CallChangesResource(ChangeCall changeCall, CurrentCaller caller, Problems problems, Clock clock) {
        this.changeCall = changeCall;
        this.caller = caller;
        this.problems = problems;
        this.clock = clock;
    }

    @POST
    @Path("/extension")
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The call with its later deadline",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallResponse.class)))
    @Operation(operationId = "extendCall", summary = "Give applicants more time")
    public Response extend(@PathParam("id") CallId id, @Valid @NotNull ExtensionRequest request) {
        return answer(changeCall.extend(id, request.instant(), request.reason(), by()));
    }

    @POST
    @Path("/correction")
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The call as it is now; what applicants have written stays",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallResponse.class)))
    @Operation(operationId = "correctCall", summary = "Put right what is wrong in an announced call")
    public Response correct(@PathParam("id") CallId id, @Valid @NotNull CorrectionRequest request) {
        return answer(changeCall.correct(id, request.correction(), request.reason(), by()));
    }

    @POST
    @Path("/cancellation")
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The call, which takes no applications and decides none",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallResponse.class)))
    @Operation(operationId = "cancelCall", summary = "Call off a call")
    public Response cancel(@PathParam("id") CallId id, @Valid @NotNull CancellationRequest request) {
        return answer(changeCall.cancel(id, request.reason(), by()));
    }

    private String by() {
        return caller.staff().subject();
    }

    private Response answer(ChangeCall.Outcome outcome) {
        return switch (outcome) {
            case ChangeCall.Outcome.Changed(var call) ->
                Response.created(URI.create("/v1/calls/" + call.id()))
                        .entity(CallResponse.of(call, clock.instant()))
                        .build();
            case ChangeCall.Outcome.NotAnnounced(var status) ->
                problems.conflict("call.not-announced", "state", status.code());
            case ChangeCall.Outcome.DeadlinePassed() -> problems.conflict("call.deadline-passed");
            case ChangeCall.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ChangeCall.Outcome.UnknownCall() -> problems.notFound();
        };
    }
}
