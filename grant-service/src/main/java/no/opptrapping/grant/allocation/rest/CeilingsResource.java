package no.opptrapping.grant.allocation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.allocation.runs.TellCeilings;
import no.opptrapping.grant.calls.CallCeilings;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What municipalities can ask for of a call that is divided within computed ceilings. */
@Path("/v1/calls/{id}/ceilings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
class CeilingsResource {
    private final TellCeilings tellCeilings;
    private final Calls calls;
    private final CallCeilings ceilings;
    private final CurrentCaller caller;
    private final Problems problems;

    CeilingsResource(
            TellCeilings tellCeilings, Calls calls, CallCeilings ceilings, CurrentCaller caller, Problems problems) {
        this.calls = calls;
        this.tellCeilings = tellCeilings;
        this.ceilings = ceilings;
        this.caller = caller;
        this.problems = problems;
    }

    /** The run whose amounts the ceilings are. */
    @Schema(name = "CeilingsRequest")
    record CeilingsRequest(
            @NotNull RunId runId,

            @Schema(description = "Whether an application may ask for more than its ceiling") @NotNull
            Boolean moreMayBeAsked) {}

    /** What a municipality can ask for. */
    @Schema(name = "CallCeiling")
    record CeilingResponse(
            MunicipalityNumber number,

            @Schema(description = "What the municipality can ask for, in whole kroner")
            Kroner amount) {
        static CeilingResponse of(CallCeilings.Ceiling one) {
            return new CeilingResponse(one.number(), one.amount());
        }
    }

    /** What was told. */
    @Schema(name = "CallCeilings")
    record ToldResponse(
            RunId runId,

            @Schema(description = "Whether an application may ask for more than its ceiling")
            boolean moreMayBeAsked) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "listCallCeilings",
            summary = "List what municipalities can ask for of a call that is divided within computed ceilings")
    public Page<CeilingResponse> list(@PathParam("id") CallId id, @Valid @BeanParam PageQuery page) {
        if (calls.find(id).filter(call -> call.status() != CallStatus.DRAFT).isEmpty()) {
            throw new NotFoundException();
        }
        var rows = ceilings.list(
                id, page.cursor(1).map(cursor -> cursor.read(0, MunicipalityNumber::new)), page.limit() + 1);
        return Page.of(rows, page.limit(), row -> List.of(row.number().value())).map(CeilingResponse::of);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DECISION_MAKER)
    @APIResponse(
            responseCode = "200",
            description = "Municipalities can see the ceilings",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ToldResponse.class)))
    @Operation(
            operationId = "tellCallCeilings",
            summary = "Tell municipalities their ceilings: the amounts of a run by a key, made by another person")
    public Response tell(
            @PathParam("id") CallId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CeilingsRequest.class)))
                    @Valid
                    @NotNull
                    CeilingsRequest request) {
        return switch (tellCeilings.tell(new TellCeilings.Command(
                id, request.runId(), request.moreMayBeAsked(), caller.staff().subject()))) {
            case TellCeilings.Outcome.Told(var told) ->
                Response.ok(new ToldResponse(request.runId(), told.moreMayBeAsked()))
                        .build();
            case TellCeilings.Outcome.Refused(var broken) -> problems.rejected(broken);
            case TellCeilings.Outcome.MadeBySamePerson() -> problems.forbidden("ceiling.maker-may-not-tell");
            case TellCeilings.Outcome.TooLate(var phase) ->
                problems.conflict("ceiling.call-is-open", "phase", phase.code());
            case TellCeilings.Outcome.UnknownCall() -> problems.notFound();
        };
    }
}
