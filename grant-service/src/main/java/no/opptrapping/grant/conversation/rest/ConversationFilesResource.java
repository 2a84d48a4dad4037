package no.opptrapping.grant.conversation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.conversation.SeeConversation;
import no.opptrapping.grant.conversation.SendMessage;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.attachments.AttachmentAnswers;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.attachments.AttachmentResponse;
import no.opptrapping.platform.attachments.FileType;
import no.opptrapping.platform.attachments.ReceivedFile;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files that are sent with messages. */
@Path("/v1/applications/{id}/conversation/attachments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationFilesResource {
    private final SendMessage sendMessage;
    private final SeeConversation seeConversation;
    private final AttachmentAnswers answers;
    private final Problems problems;

    ConversationFilesResource(
            SendMessage sendMessage, SeeConversation seeConversation, AttachmentAnswers answers, Problems problems) {
        this.sendMessage = sendMessage;
        this.seeConversation = seeConversation;
        this.answers = answers;
        this.problems = problems;
    }

    @POST
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        FileType.MEDIA_PDF,
        FileType.MEDIA_PNG,
        FileType.MEDIA_JPEG,
        FileType.MEDIA_DOCX,
        FileType.MEDIA_XLSX,
        FileType.MEDIA_CSV
    })
    @RolesAllowed({Roles.MUNICIPALITY_WRITE, Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Acts(Task.APPLY)
    @Idempotent
    @Parameter(
            name = "Content-Disposition",
            in = ParameterIn.HEADER,
            required = true,
            description = "The name of the file (RFC 6266), at most 200 characters",
            example = "attachment; filename*=UTF-8''kart%20over%20kommunen.pdf",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @APIResponse(
            responseCode = "201",
            description = "It can be sent with a message; until then nobody sees it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AttachmentResponse.class)))
    @Operation(
            operationId = "attachToConversation",
            summary = "Send a file to be sent with a message",
            description =
                    "As with an application: the body is the file itself, at most 25 MB, and 100 MB and 50 files of"
                            + " each side of a conversation.")
    public Response attach(@PathParam("id") ApplicationId id, @RequestBody(required = true) ReceivedFile file) {
        return sendMessage
                .attach(id, file)
                .map(added -> answers.added(added, "/v1/applications/" + id + "/conversation/attachments"))
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("/{attachmentId}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            description = "A part of it (RFC 9110): one range of bytes",
            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
    @APIResponse(
            responseCode = "200",
            description = "Its content, to be saved; the digest of it is the ETag",
            content =
                    @Content(
                            mediaType = "*/*",
                            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 26_214_400)))
    @APIResponse(
            responseCode = "206",
            description = "The part of it that Range asks for",
            content =
                    @Content(
                            mediaType = "*/*",
                            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 26_214_400)))
    @APIResponse(responseCode = "304", description = "If-None-Match names what is there already")
    @Operation(operationId = "downloadFromConversation", summary = "Download a file that was sent with a message")
    public Response download(@PathParam("id") ApplicationId id, @PathParam("attachmentId") AttachmentId attachment) {
        return seeConversation.open(id, attachment).map(answers::content).orElseGet(problems::notFound);
    }
}
