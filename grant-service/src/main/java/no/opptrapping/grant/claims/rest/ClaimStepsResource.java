package no.opptrapping.grant.claims.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import no.opptrapping.grant.claims.AnswerStep;
import no.opptrapping.grant.claims.ClaimId;
import no.opptrapping.grant.claims.EnterStep;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What makes less owed of a claim, by hand and by two persons. */
@Path("/v1/claims/{id}/steps")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
class ClaimStepsResource {
    private final EnterStep enterStep;
    private final AnswerStep answerStep;
    private final ClaimAnswers answers;
    private final CurrentCaller caller;

    ClaimStepsResource(EnterStep enterStep, AnswerStep answerStep, ClaimAnswers answers, CurrentCaller caller) {
        this.enterStep = enterStep;
        this.answerStep = answerStep;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It waits for another person",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    @Operation(
            operationId = "enterClaimStep",
            summary =
                    "Say that less is owed of a claim: money that came otherwise, a corrected report, or what is given up")
    public Response enter(@PathParam("id") ClaimId id, @Valid @NotNull ClaimStepRequest request) {
        return answers.of(enterStep.enter(request.command(id, caller.staff().subject())));
    }

    @POST
    @Path("/{number}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DECISION_MAKER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It is answered; when it is agreed to, the ledger has it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    @Operation(
            operationId = "answerClaimStep",
            summary = "Agree to what another person has said of what is owed, or say no")
    public Response answer(
            @PathParam("id") ClaimId id,
            @PathParam("number") @Min(1) Integer number,
            @Valid @NotNull ClaimStepAnswerRequest request) {
        return answers.of(answerStep.answer(new AnswerStep.Command(
                id,
                number,
                request.granted(),
                Optional.ofNullable(request.reason()),
                caller.staff().subject())));
    }
}
