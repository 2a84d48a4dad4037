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
import no.opptrapping.grant.applications.SignApplication;
import no.opptrapping.grant.applications.Signatory;
import no.opptrapping.grant.applications.SubmitApplication;
import no.opptrapping.grant.applications.WithdrawApplication;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a municipality does with its application: signs it, submits it, takes it back. */
@Path("/v1/applications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class SubmissionsResource {
    private final SubmitApplication submitApplication;
    private final SignApplication signApplication;
    private final WithdrawApplication withdrawApplication;
    private final CallingMunicipality calling;
    private final ApplicationAnswers answers;
    private final Problems problems;

    SubmissionsResource(
            SubmitApplication submitApplication,
            SignApplication signApplication,
            WithdrawApplication withdrawApplication,
            CallingMunicipality calling,
            ApplicationAnswers answers,
            Problems problems) {
        this.submitApplication = submitApplication;
        this.signApplication = signApplication;
        this.withdrawApplication = withdrawApplication;
        this.calling = calling;
        this.answers = answers;
        this.problems = problems;
    }

    @POST
    @Path("/{id}/submission")
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The application is with the Directorate",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApplicationResponse.class)))
    @Operation(
            operationId = "submitApplication",
            summary = "Submit an application, or be told everything that stands in the way")
    public Response submit(@PathParam("id") ApplicationId id) {
        return calling.applying().map(host -> submit(host, id)).orElseGet(problems::notFound);
    }

    private Response submit(KnownMunicipality host, ApplicationId id) {
        return switch (submitApplication.submit(host, id)) {
            case SubmitApplication.Outcome.Submitted(var application) -> answers.done(application);
            case SubmitApplication.Outcome.Refused(var broken) ->
                problems.rejected("application.submission-refused", broken);
            case SubmitApplication.Outcome.NotADraft(var status) ->
                problems.conflict("application.not-a-draft", "state", status.code());
            case SubmitApplication.Outcome.UnknownApplication() -> problems.notFound();
        };
    }

    @POST
    @Path("/{id}/signature")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The application is signed as it is; a change of it takes the signature away",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApplicationResponse.class)))
    @Operation(
            operationId = "signApplication",
            summary = "Sign an application before it is submitted",
            description = "Where the scheme asks for it, the one who signs is another than the one who filled in.")
    public Response sign(
            @PathParam("id") ApplicationId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Signatory.class)))
                    @Valid
                    @NotNull
                    Signatory request) {
        return calling.applying().map(host -> sign(host, id, request)).orElseGet(problems::notFound);
    }

    private Response sign(KnownMunicipality host, ApplicationId id, Signatory signatory) {
        return switch (signApplication.sign(host, id, signatory)) {
            case SignApplication.Outcome.Signed(var application) -> answers.done(application);
            case SignApplication.Outcome.Refused(var broken) -> problems.rejected(broken);
            case SignApplication.Outcome.NotWritten(var status) ->
                problems.conflict("application.not-a-draft", "state", status.code());
            case SignApplication.Outcome.UnknownApplication() -> problems.notFound();
        };
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The application is withdrawn",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApplicationResponse.class)))
    @Operation(operationId = "withdrawApplication", summary = "Withdraw a submitted application")
    public Response withdraw(
            @PathParam("id") ApplicationId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ApplicationRequest.Withdrawal.class)))
                    @Valid
                    @NotNull
                    ApplicationRequest.Withdrawal request) {
        return calling.applying()
                .map(host -> withdraw(host, id, request.reason()))
                .orElseGet(problems::notFound);
    }

    private Response withdraw(KnownMunicipality host, ApplicationId id, String reason) {
        return switch (withdrawApplication.withdraw(host, id, reason)) {
            case WithdrawApplication.Outcome.Withdrawn(var application) -> answers.done(application);
            case WithdrawApplication.Outcome.NotSubmitted(var status) ->
                problems.conflict("application.not-submitted", "state", status.code());
            case WithdrawApplication.Outcome.UnknownApplication() -> problems.notFound();
        };
    }
}
