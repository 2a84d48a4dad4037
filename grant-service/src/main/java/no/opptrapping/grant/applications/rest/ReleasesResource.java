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
import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ReleaseParticipant;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Participants of joint applications that are set free. */
@Path("/v1/applications/{id}/releases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ReleasesResource {
    private final ReleaseParticipant releaseParticipant;
    private final ApplicationAnswers answers;
    private final Problems problems;

    ReleasesResource(ReleaseParticipant releaseParticipant, ApplicationAnswers answers, Problems problems) {
        this.releaseParticipant = releaseParticipant;
        this.answers = answers;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MUNICIPALITY_WRITE, Roles.ADVISER})
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The participant is free to apply on its own; the application as the others go on with it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApplicationResponse.class)))
    @Operation(
            operationId = "releaseParticipant",
            summary = "Set a participant of a joint application free, with its share",
            description =
                    "A participant sets itself free; an adviser anyone but the host, who withdraws instead. What is asked"
                            + " for falls by the share; where nothing is left, the application is withdrawn.")
    public Response release(
            @PathParam("id") ApplicationId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ApplicationRequest.Release.class)))
                    @Valid
                    @NotNull
                    ApplicationRequest.Release request) {
        return answer(releaseParticipant.release(id, request.number(), request.reason()), request.number());
    }

    private Response answer(ReleaseParticipant.Outcome outcome, MunicipalityNumber number) {
        return switch (outcome) {
            case ReleaseParticipant.Outcome.Released(var application) -> answers.done(application);
            case ReleaseParticipant.Outcome.NotSubmitted(var status) ->
                problems.conflict("application.nobody-to-release", "state", status.code());
            case ReleaseParticipant.Outcome.NotAParticipant() -> refused("application.not-a-participant", number);
            case ReleaseParticipant.Outcome.IsTheHost() -> refused("application.host-not-released", number);
            case ReleaseParticipant.Outcome.OfAnother() -> refused("application.release-of-another", number);
            case ReleaseParticipant.Outcome.UnknownApplication() -> problems.notFound();
        };
    }

    private Response refused(String code, MunicipalityNumber number) {
        return problems.rejected(List.of(BrokenRule.of(code, "/number", "number", number.value())));
    }
}
