package no.opptrapping.grant.applications.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.DeleteDraft;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drafts that come to nothing. */
@Path("/v1/applications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class DraftsResource {
    private final DeleteDraft deleteDraft;
    private final CallingMunicipality calling;
    private final Problems problems;

    DraftsResource(DeleteDraft deleteDraft, CallingMunicipality calling, Problems problems) {
        this.deleteDraft = deleteDraft;
        this.calling = calling;
        this.problems = problems;
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @APIResponse(responseCode = "204", description = "The draft is gone, with its attachments")
    @Operation(operationId = "deleteDraft", summary = "Delete a draft, with its attachments")
    public Response delete(@PathParam("id") ApplicationId id, @BeanParam IfMatch ifMatch) {
        var host = calling.applying();
        if (host.isEmpty()) {
            return problems.notFound();
        }
        var read = ifMatch.required();
        return switch (deleteDraft.delete(host.get(), id, read::is)) {
            case DeleteDraft.Outcome.Deleted() -> Response.noContent().build();
            case DeleteDraft.Outcome.NotADraft(var status) ->
                problems.conflict("application.not-a-draft", "state", status.code());
            case DeleteDraft.Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
            case DeleteDraft.Outcome.UnknownApplication() -> problems.notFound();
        };
    }
}
