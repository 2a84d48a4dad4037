package no.opptrapping.platform.attachments;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Attachments of something that anybody may write to. */
@Path("/probe/things/{id}/attachments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class AttachmentsProbe {
    private final AddAttachment addAttachment;
    private final RemoveAttachment removeAttachment;
    private final Attachments attachments;
    private final AttachmentAnswers answers;

    AttachmentsProbe(
            AddAttachment addAttachment,
            RemoveAttachment removeAttachment,
            Attachments attachments,
            AttachmentAnswers answers) {
        this.addAttachment = addAttachment;
        this.removeAttachment = removeAttachment;
        this.attachments = attachments;
        this.answers = answers;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response add(@PathParam("id") UUID id, ReceivedFile file) {
        return answers.added(addAttachment.add(holder(id), file), "/probe/things/" + id + "/attachments");
    }

    @GET
    @PermitAll
    @Path("/{attachmentId}")
    @Produces(MediaType.WILDCARD)
    public Response read(@PathParam("id") UUID id, @PathParam("attachmentId") AttachmentId attachment) {
        return answers.content(attachments.find(holder(id), attachment).orElseThrow());
    }

    @DELETE
    @PermitAll
    @Path("/{attachmentId}")
    public Response remove(@PathParam("id") UUID id, @PathParam("attachmentId") AttachmentId attachment) {
        return answers.removed(removeAttachment.remove(holder(id), attachment));
    }

    private static AttachmentHolder holder(UUID id) {
        return new AttachmentHolder("thing", id);
    }
}
