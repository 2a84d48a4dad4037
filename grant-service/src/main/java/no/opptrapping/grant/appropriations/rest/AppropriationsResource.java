package no.opptrapping.grant.appropriations.rest;

import io.quarkus.security.Authenticated;
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
import java.util.UUID;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.grant.appropriations.Appropriations;
import no.opptrapping.grant.appropriations.ApproveAppropriation;
import no.opptrapping.grant.appropriations.RegisterAppropriation;
import no.opptrapping.grant.appropriations.ReviseAppropriation;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Appropriations: registered and revised by the administration, read by everybody who is signed in. */
@Path("/v1/appropriations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appropriations")
class AppropriationsResource {
    private final RegisterAppropriation registerAppropriation;
    private final ReviseAppropriation reviseAppropriation;
    private final ApproveAppropriation approveAppropriation;
    private final Appropriations appropriations;
    private final CurrentCaller caller;
    private final Problems problems;

    AppropriationsResource(
            RegisterAppropriation registerAppropriation,
            ReviseAppropriation reviseAppropriation,
            ApproveAppropriation approveAppropriation,
            Appropriations appropriations,
            CurrentCaller caller,
            Problems problems) {
        this.registerAppropriation = registerAppropriation;
        this.reviseAppropriation = reviseAppropriation;
        this.approveAppropriation = approveAppropriation;
        this.appropriations = appropriations;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The appropriation as proposed; there is no money until it is approved",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AppropriationResponse.class)))
    @Operation(
            operationId = "registerAppropriation",
            summary = "Propose what the Storting has appropriated for a scheme in a year; a second person approves it")
    public Response register(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = AppropriationRequest.class)))
                    @Valid
                    @NotNull
                    AppropriationRequest request) {
        return switch (registerAppropriation.register(
                request.command(caller.staff().subject()))) {
            case RegisterAppropriation.Outcome.Registered(var appropriation) -> created(appropriation);
            case RegisterAppropriation.Outcome.Refused(var broken) -> problems.rejected(broken);
            case RegisterAppropriation.Outcome.RegisteredBefore(var before) ->
                problems.conflict(
                        "appropriation.registered-before",
                        "appropriationId",
                        before.id().toString());
        };
    }

    @POST
    @Path("/{id}/revisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The appropriation with the revision as proposed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AppropriationResponse.class)))
    @Operation(
            operationId = "reviseAppropriation",
            summary = "Propose to raise or lower an appropriation, with the reason; a second person approves it")
    public Response revise(
            @PathParam("id") AppropriationId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = AppropriationRequest.Revision.class)))
                    @Valid
                    @NotNull
                    AppropriationRequest.Revision request) {
        return switch (reviseAppropriation.revise(
                id, request.amount(), request.reason(), caller.staff().subject())) {
            case ReviseAppropriation.Outcome.Revised(var appropriation) -> created(appropriation);
            case ReviseAppropriation.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ReviseAppropriation.Outcome.NotApproved() -> problems.conflict("appropriation.not-approved");
            case ReviseAppropriation.Outcome.UnknownAppropriation() -> problems.notFound();
        };
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The appropriation, whose money is available now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AppropriationResponse.class)))
    @Operation(operationId = "approveAppropriation", summary = "Approve an appropriation that another person proposed")
    public Response approve(@PathParam("id") AppropriationId id) {
        return approved(approveAppropriation.approve(id, caller.staff().subject()));
    }

    @POST
    @Path("/{id}/revisions/{revision}/approval")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The appropriation as revised",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AppropriationResponse.class)))
    @Operation(
            operationId = "approveAppropriationRevision",
            summary = "Approve a revision that another person proposed")
    public Response approve(@PathParam("id") AppropriationId id, @PathParam("revision") UUID revision) {
        return approved(
                approveAppropriation.approve(id, revision, caller.staff().subject()));
    }

    private Response approved(ApproveAppropriation.Outcome outcome) {
        return switch (outcome) {
            case ApproveAppropriation.Outcome.Approved(var appropriation) -> created(appropriation);
            case ApproveAppropriation.Outcome.ProposedBySamePerson() ->
                problems.forbidden("appropriation.proposer-may-not-approve");
            case ApproveAppropriation.Outcome.ApprovedBefore(var before) ->
                problems.conflict("appropriation.registered-before", "appropriationId", before.toString());
            case ApproveAppropriation.Outcome.NotApproved() -> problems.conflict("appropriation.not-approved");
            case ApproveAppropriation.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ApproveAppropriation.Outcome.Unknown() -> problems.notFound();
        };
    }

    private static Response created(Appropriation appropriation) {
        return Response.created(URI.create("/v1/appropriations/" + appropriation.id()))
                .entity(AppropriationResponse.of(appropriation))
                .build();
    }

    @GET
    @Authenticated
    @Operation(operationId = "listAppropriations", summary = "List appropriations")
    public Page<AppropriationResponse> list(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year,
            @Valid @BeanParam PageQuery page) {
        var after = page.cursor(1)
                .map(cursor -> new AppropriationId(cursor.uuid(0)))
                .orElse(null);
        return Page.of(
                        appropriations.list(schemeId, year == null ? null : Year.of(year), after, page.limit() + 1),
                        page.limit(),
                        appropriation -> List.of(appropriation.id().toString()))
                .map(AppropriationResponse::of);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @APIResponse(
            responseCode = "200",
            description = "The appropriation with its revisions",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AppropriationResponse.class)))
    @Operation(operationId = "getAppropriation", summary = "Read an appropriation with its revisions")
    public Response get(@PathParam("id") AppropriationId id) {
        return appropriations
                .find(id)
                .map(appropriation ->
                        Response.ok(AppropriationResponse.of(appropriation)).build())
                .orElseGet(problems::notFound);
    }
}
