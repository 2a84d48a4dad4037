package no.opptrapping.grant.letters.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.letters.ChooseChannel;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What letters to a municipality are sent through. */
@Path("/v1/letter-channels/{number}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters")
class LetterChannelsResource {
    private final ChooseChannel chooseChannel;
    private final CurrentCaller caller;
    private final Problems problems;

    LetterChannelsResource(ChooseChannel chooseChannel, CurrentCaller caller, Problems problems) {
        this.chooseChannel = chooseChannel;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @RolesAllowed(Roles.NATIONAL_STAFF)
    @APIResponse(
            responseCode = "200",
            description = "What letters to the municipality are sent through",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryRequest.class)))
    @Operation(operationId = "getLetterChannel", summary = "Read what letters to a municipality are sent through")
    public Response get(@PathParam("number") MunicipalityNumber number) {
        return chooseChannel
                .of(number)
                .map(channel -> Response.ok(new DeliveryRequest(channel)).build())
                .orElseGet(problems::notFound);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponse(
            responseCode = "200",
            description = "What letters to the municipality are sent through from now on",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryRequest.class)))
    @Operation(operationId = "chooseLetterChannel", summary = "Choose what letters to a municipality are sent through")
    public Response choose(@PathParam("number") MunicipalityNumber number, @Valid @NotNull DeliveryRequest request) {
        return switch (chooseChannel.choose(
                number, request.channel(), caller.staff().subject())) {
            case ChooseChannel.Outcome.Chosen(var choice) ->
                Response.ok(new DeliveryRequest(choice.channel())).build();
            case ChooseChannel.Outcome.ChannelOff(var on) ->
                problems.conflict("letter.channel-off", "channels", String.join(", ", on));
            case ChooseChannel.Outcome.Unknown() -> problems.notFound();
        };
    }
}
