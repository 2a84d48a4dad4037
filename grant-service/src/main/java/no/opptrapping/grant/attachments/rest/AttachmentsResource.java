package no.opptrapping.grant.attachments.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.attachments.SeeAttachments;
import no.opptrapping.grant.attachments.WriteAttachments;
import no.opptrapping.grant.calls.CallPhase;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.attachments.AttachmentAnswers;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.attachments.AttachmentResponse;
import no.opptrapping.platform.attachments.FileType;
import no.opptrapping.platform.attachments.ReceivedFile;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
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

/** Attachments of an application. */
@Path("/v1/applications/{id}/attachments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class AttachmentsResource {
    private final WriteAttachments writeAttachments;
    private final SeeAttachments seeAttachments;
    private final AttachmentAnswers answers;
    private final CallingMunicipality calling;
    private final Problems problems;

    AttachmentsResource(
            WriteAttachments writeAttachments,
            SeeAttachments seeAttachments,
            AttachmentAnswers answers,
            CallingMunicipality calling,
            Problems problems) {
        this.writeAttachments = writeAttachments;
        this.seeAttachments = seeAttachments;
        this.answers = answers;
        this.calling = calling;
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
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @Parameter(
            name = "Content-Disposition",
            in = ParameterIn.HEADER,
            required = true,
            description = "The name of the file (RFC 6266), at most 200 characters",
            example = "attachment; filename*=UTF-8''budsjett%202025.xlsx",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    @APIResponse(
            responseCode = "201",
            description = "It is attached",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AttachmentResponse.class)))
    @Operation(
            operationId = "attachFile",
            summary = "Attach a file to an application that is not submitted",
            description =
                    "The body is the file itself, at most 25 MB, and 100 MB and 50 files an application. It is taken"
                            + " for what its content is: PDF, PNG, JPEG, DOCX, XLSX or CSV; its name has to fit. What runs by"
                            + " itself, is encrypted or has files within is refused.")
    public Response attach(@PathParam("id") ApplicationId id, @RequestBody(required = true) ReceivedFile file) {
        return calling.applying()
                .map(host -> answer(writeAttachments.add(host, id, file), id))
                .orElseGet(problems::notFound);
    }

    @DELETE
    @Path("/{attachmentId}")
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @APIResponse(responseCode = "204", description = "It is gone, but for what was submitted with it")
    @Operation(operationId = "removeAttachment", summary = "Take an attachment away from an application")
    public Response remove(@PathParam("id") ApplicationId id, @PathParam("attachmentId") AttachmentId attachment) {
        return calling.applying()
                .map(host -> answer(writeAttachments.remove(host, id, attachment), id))
                .orElseGet(problems::notFound);
    }

    private Response answer(WriteAttachments.Outcome outcome, ApplicationId id) {
        return switch (outcome) {
            case WriteAttachments.Outcome.Added(var added) ->
                answers.added(added, "/v1/applications/" + id + "/attachments");
            case WriteAttachments.Outcome.Removed(var removed) -> answers.removed(removed);
            case WriteAttachments.Outcome.UnknownApplication() -> problems.notFound();
            case WriteAttachments.Outcome.CompletionOver(var completeBy) ->
                problems.conflict("application.completion-is-over", "completeBy", completeBy.toString());
            case WriteAttachments.Outcome.CallOver(var phase) ->
                phase == CallPhase.CANCELLED
                        ? problems.conflict("application.call-cancelled")
                        : problems.conflict("application.call-over", "state", phase.code());
        };
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @Operation(
            operationId = "listAttachments",
            summary = "List the attachments of an application",
            description = "The municipality that applies sees those that are there now; everybody else those that were"
                    + " submitted the last time.")
    public Page<AttachmentResponse> list(@PathParam("id") ApplicationId id, @Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.number(0)).orElse(0L);
        var found = seeAttachments.list(id, after, page.limit() + 1).orElseThrow(NotFoundException::new);
        return Page.of(found, page.limit(), one -> List.of(Long.toString(one.number())))
                .map(AttachmentResponse::of);
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
    @Operation(operationId = "downloadAttachment", summary = "Download an attachment, or a part of it")
    public Response download(@PathParam("id") ApplicationId id, @PathParam("attachmentId") AttachmentId attachment) {
        return seeAttachments.open(id, attachment).map(answers::content).orElseGet(problems::notFound);
    }
}
