package no.opptrapping.grant.allocation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.comparison.CompareAllocations;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.OwnRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.allocation.workbook.RunWorkbook;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvDialect;
import no.opptrapping.platform.csv.CsvQuery;
import no.opptrapping.platform.illustration.Illustration;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A run's amounts: a page at a time as JSON, all at once as CSV or as a workbook, as {@code Accept} asks. */
@Path("/v1/allocation-runs/{id}/result")
@RunOnVirtualThread
@Tag(name = "Allocation")
class ResultResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AllocationRuns runs;
    private final OwnRuns ownRuns;
    private final CompareAllocations compareAllocations;
    private final KnownMunicipalities municipalities;
    private final CurrentLanguage language;
    private final Texts texts;
    private final Illustration illustration;
    private final CallerSight sight;
    private final Problems problems;

    ResultResource(
            AllocationRuns runs,
            OwnRuns ownRuns,
            CompareAllocations compareAllocations,
            KnownMunicipalities municipalities,
            CurrentLanguage language,
            Texts texts,
            Illustration illustration,
            CallerSight sight,
            Problems problems) {
        this.runs = runs;
        this.ownRuns = ownRuns;
        this.compareAllocations = compareAllocations;
        this.municipalities = municipalities;
        this.language = language;
        this.texts = texts;
        this.illustration = illustration;
        this.sight = sight;
        this.problems = problems;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE, XLSX})
    @RolesAllowed(Roles.STAFF)
    @APIResponse(
            responseCode = "200",
            description =
                    "Amounts by municipality, to a county governor those of the county, and the sums of the whole run. JSON a page at a time; CSV (UTF-8, in"
                            + " the words of the JSON answer, for programs or for Excel) and a workbook all at once. The workbook has parameters,"
                            + " result, explanation and comparison with live formulas, compared with what the query names, else"
                            + " with the awards of the year before",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ResultResponse.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING, maxLength = 10_000_000)),
                @Content(
                        mediaType = XLSX,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 10_000_000))
            })
    @Operation(operationId = "getAllocationResult", summary = "Read a run's amounts, as JSON, CSV or a workbook")
    public Response result(
            @PathParam("id") RunId id,
            @Valid @BeanParam PageQuery page,
            @Valid @BeanParam ComparisonQuery query,
            @BeanParam CsvQuery csv,
            @Context HttpHeaders headers) {
        return switch (Wanted.of(headers, List.of(MediaType.APPLICATION_JSON, Csv.TYPE, XLSX))) {
            case Csv.TYPE -> withComputed(id, run -> csv(run, csv.dialect()));
            case XLSX ->
                sight.get().only().isPresent()
                        ? problems.forbidden("forbidden")
                        : withComputed(id, run -> workbook(run, query));
            default -> withComputed(id, run -> json(run, page));
        };
    }

    private static Response json(ComputedRun run, PageQuery page) {
        var from = page.cursor(1)
                .map(cursor -> Math.max(0, cursor.read(0, Integer::valueOf)))
                .orElse(0);
        var lines = run.lines();
        var until = Math.min(lines.size(), from + page.limit() + 1);
        var rows = IntStream.range(Math.min(from, until), until).boxed().toList();
        var items = Page.of(rows, page.limit(), row -> List.of(Integer.toString(row + 1)))
                .map(row -> ResultResponse.item(run, lines.get(row)));
        var view = new ResultResponse(
                items.items(),
                items.next(),
                run.run().budget(),
                run.run().sum(),
                run.run().undistributed(),
                run.result().pots().stream().map(PotResponse::of).toList(),
                ResultResponse.commitments(run));
        return Response.ok(view, MediaType.APPLICATION_JSON_TYPE)
                .header("Vary", "Accept")
                .build();
    }

    private Response csv(ComputedRun run, CsvDialect dialect) {
        return file(run, ResultCsv.of(run, dialect, notice()).bytes(), Csv.CONTENT_TYPE, "csv");
    }

    private Response workbook(ComputedRun run, ComparisonQuery query) {
        return switch (compareAllocations.compare(command(run, query))) {
            case CompareAllocations.Outcome.Done(var compared) -> workbook(run, Optional.of(compared));
            case CompareAllocations.Outcome.Unknown() -> problems.notFound();
            case CompareAllocations.Outcome.NothingToCompareWith() -> workbook(run, Optional.empty());
            case CompareAllocations.Outcome.NotReproducible(var other) ->
                problems.conflict("allocation.engine-changed", "runId", other);
            case CompareAllocations.Outcome.NotMovable(var lost) ->
                query.isEmpty()
                        ? workbook(run, Optional.empty())
                        : problems.conflict("allocation.not-comparable", "municipalities", lost);
        };
    }

    private static CompareAllocations.Command command(ComputedRun run, ComparisonQuery query) {
        return query.isEmpty()
                ? new CompareAllocations.Command(
                        run.run().id(),
                        List.of(),
                        Optional.of(new CompareAllocations.AwardsOf(
                                Optional.empty(), Year.of(run.run().year().getValue() - 1))),
                        Decimal.ZERO)
                : query.command(run.run().id());
    }

    private Response workbook(ComputedRun run, Optional<CompareAllocations.Compared> compared) {
        var counties = compared.map(one -> municipalities.countyNames(one.structureDate()))
                .orElseGet(Map::of);
        var bytes = new RunWorkbook(run, texts, language.get(), notice()).write(compared, counties);
        return file(run, bytes, XLSX, "xlsx");
    }

    private Response file(ComputedRun run, byte[] bytes, String type, String ending) {
        return Response.ok(bytes, type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"allocation-" + run.run().id() + "." + ending + "\"")
                .header("Content-Language", language.get().tag())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    private String notice() {
        return illustration.notice().map(notice -> notice.in(language.get())).orElse("");
    }

    private Response withComputed(RunId id, Function<ComputedRun, Response> answer) {
        return runs.find(id)
                .filter(ownRuns::mayKnow)
                .map(run -> ComputedRun.of(run)
                        .map(computed -> seen(computed.seenBy(sight.get()), answer))
                        .orElseGet(() -> problems.conflict("allocation.engine-changed")))
                .orElseGet(problems::notFound);
    }

    /** A county governor's is what the county's municipalities get; without any, the run is as if it were not there. */
    private Response seen(ComputedRun computed, Function<ComputedRun, Response> answer) {
        if (sight.get().only().isPresent() && computed.lines().isEmpty()) {
            sight.refused("allocation-run.result", computed.run().id().toString());
            return problems.notFound();
        }
        return answer.apply(computed);
    }
}
