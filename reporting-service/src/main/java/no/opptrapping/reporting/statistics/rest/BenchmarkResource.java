package no.opptrapping.reporting.statistics.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.Reports;
import no.opptrapping.reporting.statistics.BenchmarkSheet;
import no.opptrapping.reporting.statistics.CompareReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
@Acts(Task.REPORT)
class BenchmarkResource {
    private final Reports reports;
    private final CompareReport compareReport;
    private final CallerSight sight;
    private final Texts texts;
    private final CurrentLanguage language;
    private final Problems problems;

    BenchmarkResource(
            Reports reports,
            CompareReport compareReport,
            CallerSight sight,
            Texts texts,
            CurrentLanguage language,
            Problems problems) {
        this.reports = reports;
        this.compareReport = compareReport;
        this.sight = sight;
        this.texts = texts;
        this.language = language;
        this.problems = problems;
    }

    @GET
    @Path("/{id}/benchmark")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.NATIONAL_STAFF})
    @Operation(
            operationId = "getBenchmark",
            summary = "A report's figures beside those of its KOSTRA group, its county and the country",
            description = "Own figures are of the report as it is written now, the others of approved reports.")
    @APIResponse(
            responseCode = "200",
            description = "The sheet",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BenchmarkResponse.class)))
    public Response get(@PathParam("id") ReportId id) {
        return reports.find(id)
                .filter(report -> sight.reaches(report.municipalityId(), "report.reading", id))
                .map(report ->
                        Response.ok(response(compareReport.compare(report))).build())
                .orElseGet(problems::notFound);
    }

    private BenchmarkResponse response(BenchmarkSheet sheet) {
        return new BenchmarkResponse(
                sheet.report(),
                sheet.year().getValue(),
                sheet.lines().stream().map(this::line).toList());
    }

    private BenchmarkResponse.Line line(BenchmarkSheet.Line line) {
        return new BenchmarkResponse.Line(
                line.code(),
                texts.text(language.get(), "statistics.benchmark." + line.code(), Map.of()),
                BenchmarkResponse.text(line.own()),
                BenchmarkResponse.Compared.of(line.kostraGroup()),
                BenchmarkResponse.Compared.of(line.county()),
                BenchmarkResponse.Compared.of(line.country()));
    }
}
