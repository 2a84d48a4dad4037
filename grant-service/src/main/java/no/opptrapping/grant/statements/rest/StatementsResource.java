package no.opptrapping.grant.statements.rest;

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
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.statements.GiveStatement;
import no.opptrapping.grant.statements.SeeStatements;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The county governor's statement on an application. */
@Path("/v1/applications/{id}/statement")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements")
class StatementsResource {
    private final GiveStatement giveStatement;
    private final SeeStatements seeStatements;
    private final CurrentCaller caller;
    private final Problems problems;

    StatementsResource(
            GiveStatement giveStatement, SeeStatements seeStatements, CurrentCaller caller, Problems problems) {
        this.giveStatement = giveStatement;
        this.seeStatements = seeStatements;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StatementResponse.class)))
    @Operation(
            operationId = "getStatement",
            summary = "Read the county governor's statement on an application",
            description = "The applicant sees it when the application is decided.")
    public Response get(@PathParam("id") ApplicationId id) {
        return seeStatements
                .find(id)
                .map(statement -> Response.ok(StatementResponse.of(statement)).build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COUNTY_GOVERNOR)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The statement is with the application",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StatementResponse.class)))
    @Operation(
            operationId = "giveStatement",
            summary = "Give the county governor's statement on an application of one of its municipalities")
    public Response give(@PathParam("id") ApplicationId id, @Valid @NotNull StatementRequest request) {
        return switch (giveStatement.give(id, request.command(), caller.staff())) {
            case GiveStatement.Outcome.Given(var statement) ->
                Response.created(URI.create("/v1/applications/" + id + "/statement"))
                        .entity(StatementResponse.of(statement))
                        .build();
            case GiveStatement.Outcome.Refused(var broken) -> problems.rejected(broken);
            case GiveStatement.Outcome.NotAskedFor() -> problems.conflict("statement.not-asked-for");
            case GiveStatement.Outcome.GivenBefore() -> problems.conflict("statement.given-before");
            case GiveStatement.Outcome.NotSubmitted(var status) ->
                problems.conflict("statement.application-not-submitted", "state", status.code());
            case GiveStatement.Outcome.CallCancelled() -> problems.conflict("statement.call-cancelled");
            case GiveStatement.Outcome.UnknownApplication() -> problems.notFound();
        };
    }
}
