package no.opptrapping.grant.conversation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import no.opptrapping.grant.conversation.Message;
import no.opptrapping.grant.conversation.MessageId;
import no.opptrapping.grant.conversation.PublishFromConversation;
import no.opptrapping.grant.conversation.SeeConversation;
import no.opptrapping.grant.conversation.SendMessage;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The conversation about an application. */
@Path("/v1/applications/{id}/conversation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationResource {
    private final SeeConversation seeConversation;
    private final SendMessage sendMessage;
    private final PublishFromConversation publishFromConversation;
    private final Problems problems;

    ConversationResource(
            SeeConversation seeConversation,
            SendMessage sendMessage,
            PublishFromConversation publishFromConversation,
            Problems problems) {
        this.seeConversation = seeConversation;
        this.sendMessage = sendMessage;
        this.publishFromConversation = publishFromConversation;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @Operation(
            operationId = "getConversation",
            summary = "Read who owes whom an answer in the conversation about an application")
    public ConversationResponse get(@PathParam("id") ApplicationId id) {
        return seeConversation.find(id).map(ConversationResponse::of).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/messages")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @Operation(
            operationId = "listMessages",
            summary = "List the messages about an application, the first one first",
            description = "Municipalities that share in a joint application read them, and its host writes them.")
    public Page<ConversationResponse.One> list(@PathParam("id") ApplicationId id, @Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.number(0)).orElse(0L);
        var found = seeConversation.messages(id, after, page.limit() + 1).orElseThrow(NotFoundException::new);
        return Page.of(found, page.limit(), (Message one) -> List.of(Long.toString(one.number())))
                .map(ConversationResponse.One::of);
    }

    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MUNICIPALITY_WRITE, Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It is sent; nobody can change it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConversationResponse.One.class)))
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message about an application: its municipality to the Directorate, or an adviser to it")
    public Response send(
            @PathParam("id") ApplicationId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = MessageRequest.class)))
                    @Valid
                    @NotNull
                    MessageRequest request) {
        var outcome = sendMessage.send(
                id,
                request.text(),
                !Boolean.FALSE.equals(request.answerExpected()),
                Optional.ofNullable(request.attachments()).orElse(List.of()));
        return switch (outcome) {
            case SendMessage.Outcome.Sent(var message, var conversation) ->
                Response.created(URI.create("/v1/applications/" + id + "/conversation/messages"))
                        .entity(ConversationResponse.One.of(message))
                        .build();
            case SendMessage.Outcome.Refused(var broken) -> problems.rejected(broken);
            case SendMessage.Outcome.TooMany(var most) ->
                problems.conflict("conversation.too-many-messages", "most", most);
            case SendMessage.Outcome.UnknownApplication() -> problems.notFound();
        };
    }

    @POST
    @Path("/messages/{messageId}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "Everybody can read it among the answers of the call",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConversationResponse.Published.class)))
    @Operation(
            operationId = "publishMessage",
            summary = "Make an answer public for the call, without who asked",
            description =
                    "Question and answer are written anew, once in each language; the name of the municipality that"
                            + " asked is refused.")
    public Response publish(
            @PathParam("id") ApplicationId id,
            @PathParam("messageId") MessageId message,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = MessageRequest.Publication.class)))
                    @Valid
                    @NotNull
                    MessageRequest.Publication request) {
        return switch (publishFromConversation.publish(
                id,
                message,
                new PublishFromConversation.Words(
                        request.question(), request.answer(), request.language().language()))) {
            case PublishFromConversation.Outcome.Published(var answer) ->
                Response.created(URI.create("/v1/calls/" + answer.call() + "/answers"))
                        .entity(ConversationResponse.Published.of(answer))
                        .build();
            case PublishFromConversation.Outcome.Refused(var broken) -> problems.rejected(broken);
            case PublishFromConversation.Outcome.NotAnAnswer() -> problems.conflict("conversation.not-an-answer");
            case PublishFromConversation.Outcome.PublishedBefore() ->
                problems.conflict("conversation.published-before");
            case PublishFromConversation.Outcome.Unknown() -> problems.notFound();
        };
    }
}
