package no.opptrapping.grant.applications.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.DraftApplication;
import no.opptrapping.grant.applications.FindApplications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.AskedForm;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Applications: drafted and read by the municipality that calls; the administration reads what is submitted. */
@Path("/v1/applications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class ApplicationsResource {
    private final DraftApplication draftApplication;
    private final DraftAnswers answers;
    private final FilledForm filledForm;
    private final FindApplications findApplications;
    private final Applications applications;
    private final CallingMunicipality calling;
    private final CallerSight sight;
    private final ApplicationResponses responses;
    private final Problems problems;

    ApplicationsResource(
            DraftApplication draftApplication,
            DraftAnswers answers,
            FilledForm filledForm,
            FindApplications findApplications,
            Applications applications,
            CallingMunicipality calling,
            CallerSight sight,
            ApplicationResponses responses,
            Problems problems) {
        this.draftApplication = draftApplication;
        this.answers = answers;
        this.filledForm = filledForm;
        this.findApplications = findApplications;
        this.applications = applications;
        this.calling = calling;
        this.sight = sight;
        this.responses = responses;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The draft, and what it lacks; its version is the ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApplicationResponse.class)))
    @Operation(
            operationId = "beginApplication",
            summary = "Begin an application as a draft; the answer lists what it lacks")
    public Response begin(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ApplicationRequest.class)))
                    @Valid
                    @NotNull
                    ApplicationRequest request) {
        return calling.applying()
                .map(host -> answers.of(
                        draftApplication.begin(host, request.callId(), request.content()),
                        application -> Response.created(URI.create("/v1/applications/" + application.id()))))
                .orElseGet(() -> problems.forbidden("application.not-a-municipality"));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
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
            operationId = "changeApplication",
            summary = "Replace the content of a draft, or of what was returned for completion")
    public Response change(
            @PathParam("id") ApplicationId id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ApplicationRequest.class)))
                    @Valid
                    @NotNull
                    ApplicationRequest request) {
        var host = calling.applying();
        if (host.isEmpty()) {
            return problems.notFound();
        }
        var read = ifMatch.required();
        return answers.of(
                draftApplication.change(
                        host.get(),
                        id,
                        read::is,
                        _ -> new DraftApplication.Written(request.callId(), request.content())),
                _ -> Response.ok());
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, AskedForm.PDF})
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The application; its version is the ETag",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ApplicationResponse.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = AskedForm.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(operationId = "getApplication", summary = "Read an application, as data, as a page or as PDF/UA")
    public Response get(@PathParam("id") ApplicationId id, @Context Request request) {
        var wanted = AskedForm.of(request);
        return findApplications.find(id).map(found -> in(wanted, found)).orElseGet(problems::notFound);
    }

    private Response in(AskedForm wanted, FindApplications.Found found) {
        var application = found.application();
        var answer = switch (wanted) {
            case DATA ->
                Response.ok(responses.of(application, found.missing())).header("ETag", ETags.of(application.version()));
            case PAGE -> Response.ok(filledForm.page(application));
            case DOCUMENT -> Response.ok(filledForm.document(application));
        };
        return answer.type(wanted.type())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @Operation(operationId = "listApplications", summary = "List the applications that the caller may see")
    public Page<ApplicationSummaryResponse> list(
            @QueryParam("callId") @Nullable CallId callId,
            @QueryParam("status") @Nullable ApplicationStatus status,
            @Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.text(0)).orElse("");
        return Page.of(
                        applications.list(Applications.Filter.of(sight.get(), callId, status), after, page.limit() + 1),
                        page.limit(),
                        application -> List.of(application.reference()))
                .map(application -> ApplicationSummaryResponse.of(findApplications.seen(application)));
    }
}
