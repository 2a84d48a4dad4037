package no.opptrapping.grant.assessment.rest;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.AssessApplication;
import no.opptrapping.grant.assessment.Assessment;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.assessment.Assessments;
import no.opptrapping.grant.assessment.SeeAssessments;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.time.LastMoment;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Assessments, which only the administration sees. */
@Path("/v1/assessments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.STAFF)
@Tag(name = "Assessments")
class AssessmentsResource {
    private final AssessApplication assessApplication;
    private final Assessments assessments;
    private final SeeAssessments seeAssessments;
    private final CurrentCaller caller;
    private final Problems problems;

    AssessmentsResource(
            AssessApplication assessApplication,
            Assessments assessments,
            SeeAssessments seeAssessments,
            CurrentCaller caller,
            Problems problems) {
        this.assessApplication = assessApplication;
        this.assessments = assessments;
        this.seeAssessments = seeAssessments;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The assessment; its version is the ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssessmentResponse.class)))
    @Operation(operationId = "assessApplication", summary = "Assess an application")
    public Response assess(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = AssessmentRequest.class)))
                    @Valid
                    @NotNull
                    AssessmentRequest request) {
        var by = caller.staff().subject();
        return answer(assessApplication.assess(request.applicationId(), request.judgement(), by), 201);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @APIResponse(
            responseCode = "200",
            description = "The assessment as it is now; its version is the ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssessmentResponse.class)))
    @Operation(operationId = "changeAssessment", summary = "Change an assessment that no run has used")
    public Response change(
            @PathParam("id") AssessmentId id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = AssessmentRequest.class)))
                    @Valid
                    @NotNull
                    AssessmentRequest request) {
        var read = ifMatch.required();
        var current = assessments.find(id);
        if (current.isPresent() && !belongs(current.get(), request.applicationId())) {
            return problems.rejected(List.of(BrokenRule.of("assessment.other-application", "/applicationId")));
        }
        return answer(
                assessApplication.change(
                        id, read::is, request.judgement(), caller.staff().subject()),
                200);
    }

    private static boolean belongs(Assessment assessment, ApplicationId application) {
        return assessment.application().equals(application);
    }

    private Response answer(AssessApplication.Outcome outcome, int status) {
        return switch (outcome) {
            case AssessApplication.Outcome.Assessed(var assessment) ->
                Response.status(status)
                        .location(URI.create("/v1/assessments/" + assessment.id()))
                        .header("ETag", ETags.of(assessment.version()))
                        .entity(AssessmentResponse.of(assessment))
                        .build();
            case AssessApplication.Outcome.Refused(var broken) -> problems.rejected(broken);
            case AssessApplication.Outcome.NotSubmitted(var now) ->
                problems.conflict("assessment.application-not-submitted", "state", now.code());
            case AssessApplication.Outcome.CallCancelled() -> problems.conflict("assessment.call-cancelled");
            case AssessApplication.Outcome.AwaitsStatement(var due) ->
                problems.conflict(
                        "assessment.awaits-statement",
                        "day",
                        LastMoment.of(due).day(),
                        "time",
                        LastMoment.of(due).time());
            case AssessApplication.Outcome.HeldByAnother(var holder) ->
                problems.conflict("assessment.held-by-another", "holder", holder);
            case AssessApplication.Outcome.AssessedBefore(var before) ->
                problems.conflict("assessment.assessed-before", "assessmentId", before.toString());
            case AssessApplication.Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
            case AssessApplication.Outcome.UnknownApplication() ->
                problems.rejected(List.of(BrokenRule.of("assessment.application-unknown", "/applicationId")));
            case AssessApplication.Outcome.UnknownAssessment() -> problems.notFound();
        };
    }

    @GET
    @Operation(operationId = "listAssessments", summary = "List assessments")
    public Page<AssessmentResponse> list(
            @QueryParam("callId") @Nullable CallId callId, @Valid @BeanParam PageQuery page) {
        var after =
                page.cursor(1).map(cursor -> new AssessmentId(cursor.uuid(0))).orElse(null);
        return Page.of(
                        seeAssessments.list(callId, after, page.limit() + 1),
                        page.limit(),
                        assessment -> List.of(assessment.id().toString()))
                .map(AssessmentResponse::of);
    }

    @GET
    @Path("/{id}")
    @APIResponse(
            responseCode = "200",
            description = "The assessment; its version is the ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssessmentResponse.class)))
    @Operation(operationId = "getAssessment", summary = "Read an assessment")
    public Response get(@PathParam("id") AssessmentId id) {
        return seeAssessments
                .find(id)
                .map(assessment -> Response.ok(AssessmentResponse.of(assessment))
                        .header("ETag", ETags.of(assessment.version()))
                        .build())
                .orElseGet(problems::notFound);
    }
}
