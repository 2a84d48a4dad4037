package no.opptrapping.grant.forms.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.ChangeCall;
import no.opptrapping.grant.forms.DraftForm;
import no.opptrapping.grant.forms.FormContent;
import no.opptrapping.grant.forms.FormVersion;
import no.opptrapping.grant.forms.PublishForm;
import no.opptrapping.grant.forms.SeeForm;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.AskedForm;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a call asks besides the typed core: drafted with the call, public and fixed from its announcement on. */
@Path("/v1/calls/{id}/form")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
class FormsResource {
    private final DraftForm draftForm;
    private final PublishForm publishForm;
    private final SeeForm seeForm;
    private final BlankForm blankForm;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final Problems problems;

    FormsResource(
            DraftForm draftForm,
            PublishForm publishForm,
            SeeForm seeForm,
            BlankForm blankForm,
            CurrentCaller caller,
            CurrentLanguage language,
            Problems problems) {
        this.draftForm = draftForm;
        this.publishForm = publishForm;
        this.seeForm = seeForm;
        this.blankForm = blankForm;
        this.caller = caller;
        this.language = language;
        this.problems = problems;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, AskedForm.PDF})
    @PermitAll
    @APIResponse(
            responseCode = "200",
            description = "What applicants are asked now; of a call that is prepared, what they are going to be asked",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = FormResponse.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = AskedForm.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(
            operationId = "getForm",
            summary = "Read the form of a call: as data, or blank with all that is asked, as a page or PDF/UA")
    public Response current(@PathParam("id") CallId id, @Context Request request) {
        var wanted = AskedForm.of(request);
        return seeForm.current(id).map(seen -> in(wanted, seen, request)).orElseGet(problems::notFound);
    }

    private static String tag(SeeForm.Seen seen, Language language) {
        var form = seen.form().map(one -> one.number() + "." + one.edition()).orElse("0");
        return seen.call().version() + "." + form + "." + language.tag();
    }

    private Response in(AskedForm wanted, SeeForm.Seen seen, Request request) {
        var tag = tag(seen, language.get()) + "." + wanted.type().getSubtype();
        return CacheableAnswer.of(request, tag, wanted.type(), () -> switch (wanted) {
            case DATA -> FormResponse.of(seen, language.get());
            case PAGE -> blankForm.page(seen);
            case DOCUMENT -> blankForm.document(seen, seen.call().id() + "/" + tag);
        });
    }

    @GET
    @Path("/versions/{version}")
    @PermitAll
    @APIResponse(
            responseCode = "200",
            description = "The version as it was written; its edition is the ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FormResponse.class)))
    @Operation(operationId = "getFormVersion", summary = "Read a version of the form of a call")
    public Response version(@PathParam("id") CallId id, @PathParam("version") @Min(1) @Max(10_000) Integer version) {
        return seeForm.version(id, version)
                .flatMap(SeeForm.Seen::form)
                .map(found -> shown(found, 200))
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The draft; its edition is the ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FormResponse.class)))
    @Operation(
            operationId = "draftForm",
            summary = "Draft the form of a call, or of an announced one the version that corrects it")
    public Response draft(
            @PathParam("id") CallId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = FormContent.class)))
                    @Valid
                    @NotNull
                    FormContent content) {
        return answer(draftForm.draft(id, content, by()), 201);
    }

    @PUT
    @Path("/versions/{version}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now; its edition is the ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FormResponse.class)))
    @Operation(operationId = "changeForm", summary = "Change the draft of a call's form")
    public Response change(
            @PathParam("id") CallId id,
            @PathParam("version") @Min(1) @Max(10_000) Integer version,
            @BeanParam IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = FormContent.class)))
                    @Valid
                    @NotNull
                    FormContent content) {
        var read = ifMatch.required();
        return answer(draftForm.change(id, version, read::is, content, by()), 200);
    }

    private Response answer(DraftForm.Outcome outcome, int status) {
        return switch (outcome) {
            case DraftForm.Outcome.Drafted(var draft) -> shown(draft, status);
            case DraftForm.Outcome.DraftedBefore(var number) ->
                problems.conflict("form.draft-exists", "version", Integer.toString(number));
            case DraftForm.Outcome.Published() -> problems.conflict("form.published");
            case DraftForm.Outcome.CallOver(var state) -> problems.conflict("form.call-over", "state", state.code());
            case DraftForm.Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
            case DraftForm.Outcome.Unknown() -> problems.notFound();
        };
    }

    @POST
    @Path("/versions/{version}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The version, which applicants are asked from now on and which never changes",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FormResponse.class)))
    @Operation(
            operationId = "publishForm",
            summary = "Correct the form of an announced call: another person than those who wrote the correction")
    public Response publish(
            @PathParam("id") CallId id,
            @PathParam("version") @Min(1) @Max(10_000) Integer version,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = FormPublicationRequest.class)))
                    @Valid
                    @NotNull
                    FormPublicationRequest request) {
        return switch (publishForm.publish(id, version, request.read(), request.reason(), by())) {
            case PublishForm.Outcome.Published(var published) -> shown(published, 201);
            case PublishForm.Outcome.WrittenBySamePerson() -> problems.forbidden("form.writer-may-not-publish");
            case PublishForm.Outcome.PublishedBefore() -> problems.conflict("form.published");
            case PublishForm.Outcome.ChangedMeanwhile() -> problems.conflict("form.changed-meanwhile");
            case PublishForm.Outcome.CallNotCorrected(ChangeCall.Outcome.NotAnnounced(var status)) ->
                problems.conflict("call.not-announced", "state", status.code());
            case PublishForm.Outcome.CallNotCorrected(var _) -> problems.conflict("form.deadline-passed");
            case PublishForm.Outcome.Unknown() -> problems.notFound();
        };
    }

    private String by() {
        return caller.staff().subject();
    }

    private static Response shown(FormVersion version, int status) {
        var address = URI.create("/v1/calls/" + version.call() + "/form/versions/" + version.number());
        return (status == 201 ? Response.created(address) : Response.status(status))
                .header("ETag", ETags.of(version.edition()))
                .entity(FormResponse.of(version))
                .build();
    }
}
