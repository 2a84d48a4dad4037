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
import no.opptrapping.grant.applications.AnswerConsent;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.AskForConsents;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether those who are to share in a joint application take part: the host asks, each participant answers for itself. */
@Path("/v1/applications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ConsentsResource {
    private final AskForConsents askForConsents;
    private final AnswerConsent answerConsent;
    private final CallingMunicipality calling;
    private final ApplicationAnswers answers;
    private final Problems problems;

    ConsentsResource(
            AskForConsents askForConsents,
            AnswerConsent answerConsent,
            CallingMunicipality calling,
            ApplicationAnswers answers,
            Problems problems) {
        this.askForConsents = askForConsents;
        this.answerConsent = answerConsent;
        this.calling = calling;
        this.answers = answers;
        this.problems = problems;
    }

    @POST
    @Path("/{id}/consent-requests")
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "Everybody with a share is asked; an answer to the same share stands",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApplicationResponse.class)))
    @Operation(
            operationId = "askForConsents",
            summary = "Ask the participants of a joint application whether they take part with their shares")
    public Response ask(@PathParam("id") ApplicationId id) {
        var host = calling.applying();
        if (host.isEmpty()) {
            return problems.notFound();
        }
        return switch (askForConsents.ask(host.get(), id)) {
            case AskForConsents.Outcome.Asked(var application) -> answers.done(application);
            case AskForConsents.Outcome.Refused(var broken) -> problems.rejected(broken);
            case AskForConsents.Outcome.NotWritten(var status) ->
                problems.conflict("application.not-a-draft", "state", status.code());
            case AskForConsents.Outcome.UnknownApplication() -> problems.notFound();
        };
    }

    @POST
    @Path("/{id}/consent")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The participant's answer stands until it gives another or the application is submitted",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApplicationResponse.class)))
    @Operation(operationId = "answerConsent", summary = "Agree to share in a joint application, or decline")
    public Response answer(
            @PathParam("id") ApplicationId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ApplicationRequest.Consent.class)))
                    @Valid
                    @NotNull
                    ApplicationRequest.Consent request) {
        var given = new AnswerConsent.Given(request.agreed(), request.share(), request.answeredBy(), request.reason());
        return switch (answerConsent.answer(id, given)) {
            case AnswerConsent.Outcome.Answered(var application) -> answers.done(application);
            case AnswerConsent.Outcome.Refused(var broken) -> problems.rejected(broken);
            case AnswerConsent.Outcome.NotWritten(var status) ->
                problems.conflict("application.not-a-draft", "state", status.code());
            case AnswerConsent.Outcome.UnknownApplication() -> problems.notFound();
        };
    }
}
