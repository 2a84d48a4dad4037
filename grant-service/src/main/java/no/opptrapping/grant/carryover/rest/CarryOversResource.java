package no.opptrapping.grant.carryover.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.carryover.ApplyForCarryOver;
import no.opptrapping.grant.carryover.CarryOver;
import no.opptrapping.grant.carryover.CarryOverId;
import no.opptrapping.grant.carryover.CarryOvers;
import no.opptrapping.grant.carryover.DecideCarryOver;
import no.opptrapping.grant.carryover.ProposeCarryOver;
import no.opptrapping.grant.carryover.SeeCarryOvers;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is carried over of awards to the year after them. */
@Path("/v1/carry-overs")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Carry-overs")
class CarryOversResource {
    private final SeeCarryOvers seeCarryOvers;
    private final ApplyForCarryOver applyForCarryOver;
    private final ProposeCarryOver proposeCarryOver;
    private final DecideCarryOver decideCarryOver;
    private final CurrentCaller caller;
    private final CallingMunicipality calling;
    private final Problems problems;

    CarryOversResource(
            SeeCarryOvers seeCarryOvers,
            ApplyForCarryOver applyForCarryOver,
            ProposeCarryOver proposeCarryOver,
            DecideCarryOver decideCarryOver,
            CurrentCaller caller,
            CallingMunicipality calling,
            Problems problems) {
        this.seeCarryOvers = seeCarryOvers;
        this.applyForCarryOver = applyForCarryOver;
        this.proposeCarryOver = proposeCarryOver;
        this.decideCarryOver = decideCarryOver;
        this.caller = caller;
        this.calling = calling;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @Operation(
            operationId = "listCarryOvers",
            summary = "List what is carried over, or can be, of awards that the caller may see, oldest first")
    public Page<CarryOverResponse> list(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("fromYear") @Nullable @Min(2000) @Max(2100) Integer fromYear,
            @QueryParam("awardId") @Nullable AwardId awardId,
            @QueryParam("state") CarryOver.@Nullable State state,
            @Valid @BeanParam PageQuery page) {
        var filter = new CarryOvers.Filter(
                Optional.ofNullable(schemeId),
                Optional.ofNullable(fromYear).map(Year::of),
                Optional.ofNullable(awardId),
                Optional.ofNullable(state),
                Optional.empty());
        var after =
                page.cursor(2).map(cursor -> new CarryOvers.Key(cursor.instant(0), new CarryOverId(cursor.uuid(1))));
        return Page.of(
                        seeCarryOvers.list(filter, after, page.limit() + 1),
                        page.limit(),
                        seen -> List.of(
                                seen.carryOver().openedAt().toString(),
                                seen.carryOver().id().toString()))
                .map(CarryOverResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The carry-over",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CarryOverResponse.class)))
    @Operation(operationId = "getCarryOver", summary = "Read what is carried over of an award")
    public Response get(@PathParam("id") CarryOverId id) {
        return seeCarryOvers
                .find(id)
                .map(seen -> Response.ok(CarryOverResponse.of(seen)).build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/application")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It waits for a decision",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CarryOverResponse.class)))
    @Operation(
            operationId = "applyForCarryOver",
            summary = "Apply to carry over money that an approved report says is unspent",
            description = "What the scheme's rules let the municipality keep without asking is carried over already.")
    public Response apply(@PathParam("id") CarryOverId id, @Valid @NotNull CarryOverApplicationRequest request) {
        return calling.applying().map(_ -> applied(id, request)).orElseGet(problems::notFound);
    }

    private Response applied(CarryOverId id, CarryOverApplicationRequest request) {
        return switch (applyForCarryOver.apply(request.command(id))) {
            case ApplyForCarryOver.Outcome.Applied(var carryOver) -> created(carryOver);
            case ApplyForCarryOver.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ApplyForCarryOver.Outcome.NotByApplication() -> problems.conflict("carry-over.not-by-application");
            case ApplyForCarryOver.Outcome.NotOpen(var state) ->
                problems.conflict("carry-over.not-open", "state", state.code());
            case ApplyForCarryOver.Outcome.Unknown() -> problems.notFound();
        };
    }

    @POST
    @Path("/{id}/proposal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It waits for another person",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CarryOverResponse.class)))
    @Operation(
            operationId = "proposeCarryOver",
            summary = "Propose what is to be carried over of what a municipality applied for; another person decides",
            description =
                    "When more has been carried over than a corrected report says is unspent: what is to remain carried over.")
    public Response propose(@PathParam("id") CarryOverId id, @Valid @NotNull CarryOverWordRequest request) {
        var command = new ProposeCarryOver.Command(
                id, request.amount(), request.reason(), caller.staff().subject());
        return switch (proposeCarryOver.propose(command)) {
            case ProposeCarryOver.Outcome.Proposed(var carryOver) -> created(carryOver);
            case ProposeCarryOver.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ProposeCarryOver.Outcome.NotWaiting(var state) ->
                problems.conflict("carry-over.nothing-to-propose", "state", state.code());
            case ProposeCarryOver.Outcome.Unknown() -> problems.notFound();
        };
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It is decided, and the ledger has it in both years",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CarryOverResponse.class)))
    @Operation(
            operationId = "decideCarryOver",
            summary = "Decide what another person proposed of a carry-over: wholly, partly or not at all")
    public Response decide(@PathParam("id") CarryOverId id, @Valid @NotNull CarryOverWordRequest request) {
        var command = new DecideCarryOver.Command(
                id, request.amount(), request.reason(), caller.staff().subject());
        return switch (decideCarryOver.decide(command)) {
            case DecideCarryOver.Outcome.Decided(var carryOver) -> created(carryOver);
            case DecideCarryOver.Outcome.Refused(var broken) -> problems.rejected(broken);
            case DecideCarryOver.Outcome.SamePerson() -> problems.forbidden("carry-over.proposer-may-not-decide");
            case DecideCarryOver.Outcome.NotProposed(var state) ->
                problems.conflict("carry-over.not-proposed", "state", state.code());
            case DecideCarryOver.Outcome.Unknown() -> problems.notFound();
        };
    }

    private Response created(CarryOver carryOver) {
        return Response.created(URI.create("/v1/carry-overs/" + carryOver.id()))
                .entity(CarryOverResponse.of(seeCarryOvers.seen(carryOver)))
                .build();
    }
}
