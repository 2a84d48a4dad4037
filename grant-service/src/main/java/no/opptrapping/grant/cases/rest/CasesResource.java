package no.opptrapping.grant.cases.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.cases.MoveCase;
import no.opptrapping.grant.cases.SeeCases;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cases, each with the identity of its application: whose hands they are in. */
@Path("/v1/cases/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADVISER, Roles.DECISION_MAKER, Roles.COUNTY_GOVERNOR})
@Tag(name = "Cases")
class CasesResource {
    private final MoveCase moveCase;
    private final SeeCases seeCases;
    private final CurrentCaller caller;
    private final Problems problems;

    CasesResource(MoveCase moveCase, SeeCases seeCases, CurrentCaller caller, Problems problems) {
        this.moveCase = moveCase;
        this.seeCases = seeCases;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CaseResponse.class)))
    @Operation(operationId = "getCase", summary = "Read who works on an application, and who did before")
    public Response get(@PathParam("id") ApplicationId id) {
        return seeCases.find(id)
                .map(seen -> Response.ok(CaseResponse.of(seen)).build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/taking")
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The case is the caller's",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CaseResponse.class)))
    @Operation(
            operationId = "takeCase",
            summary = "Take a case that nobody works on",
            description =
                    "What a disqualified person holds can be taken as well. Nothing changes if the caller has it.")
    public Response take(@PathParam("id") ApplicationId id) {
        return answer(moveCase.take(id, caller.staff()));
    }

    @POST
    @Path("/handover")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The case is the named adviser's",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CaseResponse.class)))
    @Operation(
            operationId = "handOverCase",
            summary = "Give a case to a named adviser",
            description = "An adviser gives away their own; a decision-maker anybody's, and those that nobody has.")
    public Response handOver(@PathParam("id") ApplicationId id, @Valid @NotNull HandoverRequest request) {
        return answer(moveCase.handOver(id, request.to(), request.reason(), caller.staff()));
    }

    @POST
    @Path("/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "Nobody works on the case",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CaseResponse.class)))
    @Operation(operationId = "releaseCase", summary = "Let go of a case")
    public Response release(@PathParam("id") ApplicationId id, @Valid @NotNull CaseReleaseRequest request) {
        return answer(moveCase.release(id, Optional.ofNullable(request.reason()), caller.staff()));
    }

    private Response answer(MoveCase.Outcome outcome) {
        return switch (outcome) {
            case MoveCase.Outcome.Moved(var id, var holding) ->
                seeCases.find(id)
                        .map(seen -> Response.created(URI.create("/v1/cases/" + id))
                                .entity(CaseResponse.of(seen))
                                .build())
                        .orElseGet(problems::notFound);
            case MoveCase.Outcome.HeldByAnother(var holder) ->
                problems.conflict("case.held-by-another", "holder", holder);
            case MoveCase.Outcome.HeldByNobody() -> problems.conflict("case.held-by-nobody");
            case MoveCase.Outcome.NotSubmitted(var status) ->
                problems.conflict("case.application-not-submitted", "state", status.code());
            case MoveCase.Outcome.ReceiverDisqualified() ->
                problems.rejected(List.of(BrokenRule.of("case.receiver-disqualified", "/to")));
            case MoveCase.Outcome.UnknownCase() -> problems.notFound();
        };
    }
}
