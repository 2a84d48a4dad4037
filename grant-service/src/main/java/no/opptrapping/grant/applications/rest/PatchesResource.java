package no.opptrapping.grant.applications.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.DraftApplication;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.body.MergePatch;
import no.opptrapping.platform.body.ReadForm;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.problems.BadInput;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.problems.RejectedBody;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drafts saved part by part, as they are written. */
@Path("/v1/applications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class PatchesResource {
    private final DraftApplication draftApplication;
    private final DraftAnswers answers;
    private final ReadForm readForm;
    private final ObjectMapper mapper;
    private final CallingMunicipality calling;
    private final Problems problems;

    PatchesResource(
            DraftApplication draftApplication,
            DraftAnswers answers,
            ReadForm readForm,
            ObjectMapper mapper,
            CallingMunicipality calling,
            Problems problems) {
        this.draftApplication = draftApplication;
        this.answers = answers;
        this.readForm = readForm;
        this.mapper = mapper;
        this.calling = calling;
        this.problems = problems;
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now, and what it lacks; its version is the ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApplicationResponse.class)))
    @Operation(
            operationId = "patchApplication",
            summary =
                    "Change parts of a draft: what is given replaces, null removes, what is left out stays (RFC 7396)")
    public Response patch(
            @PathParam("id") ApplicationId id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.OBJECT,
                                                            additionalProperties = Schema.True.class,
                                                            implementation = Object.class,
                                                            description = "The members of ApplicationDraft that change;"
                                                                    + " a list is replaced as a whole")))
                    InputStream body) {
        var host = calling.applying();
        if (host.isEmpty()) {
            return problems.notFound();
        }
        var read = ifMatch.required();
        var patch = read(body);
        return answers.of(
                draftApplication.change(host.get(), id, read::is, draft -> written(draft, patch)), _ -> Response.ok());
    }

    private JsonNode read(InputStream body) {
        try {
            var patch = mapper.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(body);
            if (!patch.isObject()) {
                throw new RejectedBody(List.of(BrokenRule.of("body.not-an-object", "")), false);
            }
            return patch;
        } catch (JsonProcessingException malformed) {
            throw new BadInput(BrokenRule.of("json.malformed", ""));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The whole of the draft after the patch, read as strictly as when it is sent as a whole. */
    private DraftApplication.Written written(Application draft, JsonNode patch) {
        try {
            var whole = MergePatch.merge(mapper.valueToTree(ApplicationRequest.of(draft)), patch);
            var form = readForm.of(ApplicationRequest.class, new ByteArrayInputStream(mapper.writeValueAsBytes(whole)));
            if (!form.faults().isEmpty()) {
                throw new RejectedBody(form.faults(), form.more());
            }
            return new DraftApplication.Written(
                    form.form().callId(), form.form().content());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
