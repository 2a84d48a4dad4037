package no.opptrapping.reporting.reports.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.ReportStatus;
import no.opptrapping.reporting.reports.Reports;
import no.opptrapping.reporting.reports.WriteReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/reports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@Acts(Task.REPORT)
class ReportsResource {
    private final Reports reports;
    private final WriteReport writeReport;
    private final ReportResponses responses;
    private final KnownMunicipalities municipalities;
    private final CallerSight sight;
    private final Problems problems;
    private final Clock clock;

    ReportsResource(
            Reports reports,
            WriteReport writeReport,
            ReportResponses responses,
            KnownMunicipalities municipalities,
            CallerSight sight,
            Problems problems,
            Clock clock) {
        this.reports = reports;
        this.writeReport = writeReport;
        this.responses = responses;
        this.municipalities = municipalities;
        this.sight = sight;
        this.problems = problems;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY, Roles.NATIONAL_STAFF})
    @Operation(
            operationId = "listReports",
            summary = "Annual reports and how far they have come",
            description = "A municipality sees its own, people of the Directorate and the ministry see all.")
    public Page<ReportResponse.Line> list(
            @QueryParam("year") @Min(2012) @Max(2100) @Nullable Integer year,
            @QueryParam("municipality") @Nullable MunicipalityNumber municipality,
            @QueryParam("status") @Nullable ReportStatus status,
            @Valid @BeanParam PageQuery page) {
        var structure = municipalities.structure();
        var asked =
                Optional.ofNullable(municipality).map(number -> structure.meantBy(number, BusinessDates.today(clock)));
        var found = reports.list(new Reports.Wish(
                sight.get().among(asked),
                Optional.ofNullable(year).map(Year::of),
                Optional.ofNullable(status),
                page.cursor(1).map(cursor -> new ReportId(cursor.uuid(0))),
                page.limit() + 1));
        return Page.of(found, page.limit(), report -> List.of(report.id().toString()))
                .map(report -> responses.line(report, structure));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.NATIONAL_STAFF})
    @Operation(
            operationId = "getReport",
            summary = "A report with its answers, their origins and what the controls find")
    @APIResponse(
            responseCode = "200",
            description = "The report; its version is the ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportResponse.class)))
    @Transactional
    public Response get(@PathParam("id") ReportId id) {
        return reports.find(id)
                .filter(report -> sight.reaches(report.municipalityId(), "report.reading", id))
                .map(report -> Response.ok(responses.of(report))
                        .header("ETag", ETags.of(report.version()))
                        .build())
                .orElseGet(problems::notFound);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Operation(
            operationId = "writeReport",
            summary = "Write the answers, all of them at once",
            description =
                    "A draft may be incomplete: the answer says what stands in the way of a submission. Writing in"
                            + " an approved report begins a correction; what was approved stays in force until that is.")
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now; its version is the ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportResponse.class)))
    public Response write(@PathParam("id") ReportId id, @BeanParam IfMatch ifMatch, @Valid @NotNull Answers answers) {
        if (reports.whose(id)
                .filter(owner -> sight.reaches(owner, "report.writing", id))
                .isEmpty()) {
            return problems.notFound();
        }
        var read = ifMatch.required();
        return switch (writeReport.write(id, answers, read::is, sight.name())) {
            case WriteReport.Outcome.Written(var written) ->
                Response.ok(responses.of(written))
                        .header("ETag", ETags.of(written.version()))
                        .build();
            case WriteReport.Outcome.Outdated() -> problems.preconditionFailed();
            case WriteReport.Outcome.InControl() -> problems.conflict("reports.in-control");
            case WriteReport.Outcome.Unknown() -> problems.notFound();
        };
    }
}
