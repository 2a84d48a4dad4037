package no.opptrapping.grant.awards.rest;

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
import java.net.URI;
import java.util.Map;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.DeclineAward;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A municipality's no to an award. */
@Path("/v1/awards/{id}/declination")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class DeclinationsResource {
    private final DeclineAward declineAward;
    private final CallingMunicipality calling;
    private final Texts texts;
    private final Problems problems;

    DeclinationsResource(DeclineAward declineAward, CallingMunicipality calling, Texts texts, Problems problems) {
        this.declineAward = declineAward;
        this.calling = calling;
        this.texts = texts;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.ACCEPT)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "Nothing is left of the award; its money can be awarded again",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AwardResponse.class)))
    @Operation(operationId = "declineAward", summary = "Decline an award that waits for acceptance")
    public Response decline(@PathParam("id") AwardId id, @Valid @NotNull DeclinationRequest request) {
        if (calling.accepting().isEmpty()) {
            return problems.notFound();
        }
        var command = new DeclineAward.Command(id, request.declinedBy(), request.reason());
        return switch (declineAward.decline(command)) {
            case DeclineAward.Outcome.Declined(var award) ->
                Response.created(URI.create("/v1/awards/" + id))
                        .header("ETag", ETags.of(award.version()))
                        .entity(AwardResponse.of(award, true, texts.text("award.subject-to-the-storting", Map.of())))
                        .build();
            case DeclineAward.Outcome.NotWaiting(var status) ->
                problems.conflict("award.not-waiting-for-acceptance", "state", status.code());
            case DeclineAward.Outcome.Unknown() -> problems.notFound();
        };
    }
}
