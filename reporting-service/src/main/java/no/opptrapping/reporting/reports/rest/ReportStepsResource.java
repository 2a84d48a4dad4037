package no.opptrapping.reporting.reports.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import no.opptrapping.reporting.forms.AnswerComment;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.DecideReport;
import no.opptrapping.reporting.reports.Report;
import no.opptrapping.reporting.reports.Reports;
import no.opptrapping.reporting.reports.SubmitReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The acts that move a report from one state to the next. */
@Path("/v1/reports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@Acts(Task.REPORT)
class ReportStepsResource {
    private final Reports reports;
    private final SubmitReport submitReport;
    private final DecideReport decideReport;
    private final ReportResponses responses;
    private final CallerSight sight;
    private final CurrentCaller caller;
    private final Problems problems;

    ReportStepsResource(
            Reports reports,
            SubmitReport submitReport,
            DecideReport decideReport,
            ReportResponses responses,
            CallerSight sight,
            CurrentCaller caller,
            Problems problems) {
        this.reports = reports;
        this.submitReport = submitReport;
        this.decideReport = decideReport;
        this.responses = responses;
        this.sight = sight;
        this.caller = caller;
        this.problems = problems;
    }

    /** Why a report goes back: at least one remark. */
    @Schema(name = "ReturnedWith")
    record RemarksRequest(
            @NotNull @Size(min = 1, max = 100) @Valid List<AnswerComment> remarks) {}

    @POST
    @Path("/{id}/submission")
    @Idempotent
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Operation(
            operationId = "submitReport",
            summary = "Submit the report as it is written",
            description = "Refused with every broken rule at once, warnings without a comment among them.")
    @APIResponse(
            responseCode = "201",
            description = "The report is with the Directorate",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportResponse.class)))
    public Response submit(@PathParam("id") ReportId id) {
        if (reports.whose(id)
                .filter(owner -> sight.reaches(owner, "report.submission", id))
                .isEmpty()) {
            return problems.notFound();
        }
        return switch (submitReport.submit(id, sight.name())) {
            case SubmitReport.Outcome.Submitted(var submitted, var controlled) ->
                created(submitted, responses.of(submitted, controlled), "submission");
            case SubmitReport.Outcome.Refused(var broken) -> problems.rejected("reports.refused", broken);
            case SubmitReport.Outcome.AlreadySubmitted(var status) ->
                problems.conflict("reports.already-submitted", "state", status.code());
            case SubmitReport.Outcome.Unknown() -> problems.notFound();
        };
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(operationId = "returnReport", summary = "Send the report back with remarks")
    @APIResponse(
            responseCode = "201",
            description = "The report is with the municipality",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportResponse.class)))
    public Response giveBack(@PathParam("id") ReportId id, @Valid @NotNull RemarksRequest request) {
        return decided(
                decideReport.giveBack(id, request.remarks(), caller.staff().name()), "return");
    }

    @POST
    @Path("/{id}/approval")
    @Idempotent
    @RolesAllowed(Roles.CONTROLLER)
    @Operation(operationId = "approveReport", summary = "Approve the report: its figures are in force")
    @APIResponse(
            responseCode = "201",
            description = "The report is approved",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportResponse.class)))
    public Response approve(@PathParam("id") ReportId id) {
        return decided(decideReport.approve(id, caller.staff().name()), "approval");
    }

    private Response decided(DecideReport.Outcome outcome, String step) {
        return switch (outcome) {
            case DecideReport.Outcome.Decided(var report) -> created(report, responses.of(report), step);
            case DecideReport.Outcome.NotInControl(var status) ->
                problems.conflict("reports.not-in-control", "state", status.code());
            case DecideReport.Outcome.Unknown() -> problems.notFound();
        };
    }

    private static Response created(Report report, ReportResponse response, String step) {
        return Response.created(URI.create("/v1/reports/" + report.id() + "/" + step))
                .header("ETag", ETags.of(report.version()))
                .entity(response)
                .build();
    }
}
