package no.opptrapping.grant.applications.rest;

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
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ReturnApplication;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications that are returned for completion. */
@Path("/v1/applications/{id}/returns")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ReturnsResource {
    private final ReturnApplication returnApplication;
    private final CurrentCaller caller;
    private final ApplicationAnswers answers;
    private final Problems problems;

    ReturnsResource(
            ReturnApplication returnApplication, CurrentCaller caller, ApplicationAnswers answers, Problems problems) {
        this.returnApplication = returnApplication;
        this.caller = caller;
        this.answers = answers;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The application is with the municipality again",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApplicationResponse.class)))
    @Operation(
            operationId = "returnApplication",
            summary = "Return a submitted application for completion, with remarks and a last day",
            description = "When nothing is submitted by the last day, it is decided as it was submitted before.")
    public Response giveBack(
            @PathParam("id") ApplicationId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ApplicationRequest.Return.class)))
                    @Valid
                    @NotNull
                    ApplicationRequest.Return request) {
        return switch (returnApplication.giveBack(
                id, request.given(), request.lastDay(), caller.staff().subject())) {
            case ReturnApplication.Outcome.Returned(var application) -> answers.done(application);
            case ReturnApplication.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ReturnApplication.Outcome.NotSubmitted(var status) ->
                problems.conflict("application.not-submitted", "state", status.code());
            case ReturnApplication.Outcome.CallOver() -> problems.conflict("application.call-not-open");
            case ReturnApplication.Outcome.UnknownApplication() -> problems.notFound();
        };
    }
}
