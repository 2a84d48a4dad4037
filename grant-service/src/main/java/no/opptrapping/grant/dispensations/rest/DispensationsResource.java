package no.opptrapping.grant.dispensations.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.dispensations.DecideDispensation;
import no.opptrapping.grant.dispensations.Dispensation;
import no.opptrapping.grant.dispensations.DispensationId;
import no.opptrapping.grant.dispensations.Dispensations;
import no.opptrapping.grant.dispensations.ProposeDispensation;
import no.opptrapping.grant.dispensations.SeeDispensations;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Dispensations from the deadline of a call, each for one municipality. */
@Path("/v1/dispensations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispensations")
class DispensationsResource {
    private final ProposeDispensation proposeDispensation;
    private final DecideDispensation decideDispensation;
    private final SeeDispensations seeDispensations;
    private final CurrentCaller caller;
    private final Problems problems;

    DispensationsResource(
            ProposeDispensation proposeDispensation,
            DecideDispensation decideDispensation,
            SeeDispensations seeDispensations,
            CurrentCaller caller,
            Problems problems) {
        this.proposeDispensation = proposeDispensation;
        this.decideDispensation = decideDispensation;
        this.seeDispensations = seeDispensations;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The proposal; another person has to decide it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DispensationResponse.class)))
    @Operation(
            operationId = "proposeDispensation",
            summary = "Propose that one municipality may apply after the deadline; another person decides")
    public Response propose(@Valid @NotNull DispensationRequest request) {
        return switch (proposeDispensation.propose(
                request.command(), caller.staff().subject())) {
            case ProposeDispensation.Outcome.Proposed(var dispensation) -> created(dispensation);
            case ProposeDispensation.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ProposeDispensation.Outcome.CallNotAnnounced(var status) ->
                problems.conflict("dispensation.call-not-announced", "state", status.code());
            case ProposeDispensation.Outcome.ProposedBefore() -> problems.conflict("dispensation.proposed-before");
        };
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It is granted or refused",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DispensationResponse.class)))
    @Operation(
            operationId = "decideDispensation",
            summary = "Grant or refuse a dispensation that another person proposed")
    public Response decide(@PathParam("id") DispensationId id, @Valid @NotNull DispensationDecisionRequest request) {
        return switch (decideDispensation.decide(
                id, request.granted(), request.reason(), caller.staff().subject())) {
            case DecideDispensation.Outcome.Decided(var dispensation) -> created(dispensation);
            case DecideDispensation.Outcome.SamePerson() -> problems.forbidden("dispensation.proposer-may-not-decide");
            case DecideDispensation.Outcome.DecidedBefore(var state) ->
                problems.conflict("dispensation.decided-before", "state", state.code());
            case DecideDispensation.Outcome.TooLate() -> problems.conflict("dispensation.over-already");
            case DecideDispensation.Outcome.CallNotAnnounced(var status) ->
                problems.conflict("dispensation.call-not-announced", "state", status.code());
            case DecideDispensation.Outcome.UnknownDispensation() -> problems.notFound();
        };
    }

    private Response created(Dispensation dispensation) {
        return Response.created(URI.create("/v1/dispensations/" + dispensation.id()))
                .entity(DispensationResponse.of(seeDispensations.seen(dispensation)))
                .build();
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @Operation(
            operationId = "listDispensations",
            summary = "List the dispensations that the caller may see, oldest first",
            description = "A municipality sees its own when they are decided.")
    public Page<DispensationResponse> list(
            @QueryParam("callId") @Nullable CallId callId,
            @QueryParam("state") Dispensation.@Nullable State state,
            @Valid @BeanParam PageQuery page) {
        var after = page.cursor(2)
                .map(cursor -> new Dispensations.Key(cursor.instant(0), new DispensationId(cursor.uuid(1))));
        return Page.of(
                        seeDispensations.list(
                                Optional.ofNullable(callId), Optional.ofNullable(state), after, page.limit() + 1),
                        page.limit(),
                        seen -> List.of(
                                seen.dispensation().proposedAt().toString(),
                                seen.dispensation().id().toString()))
                .map(DispensationResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The dispensation",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DispensationResponse.class)))
    @Operation(operationId = "getDispensation", summary = "Read a dispensation")
    public Response get(@PathParam("id") DispensationId id) {
        return seeDispensations
                .find(id)
                .map(seen -> Response.ok(DispensationResponse.of(seen)).build())
                .orElseGet(problems::notFound);
    }
}
