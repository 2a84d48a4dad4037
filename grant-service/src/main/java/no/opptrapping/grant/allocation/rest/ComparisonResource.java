package no.opptrapping.grant.allocation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.opptrapping.grant.allocation.comparison.CompareAllocations;
import no.opptrapping.grant.allocation.comparison.Grouping;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.allocation.workbook.RowNames;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A run beside other runs or beside what was awarded, per municipality or group of municipalities. */
@Path("/v1/allocation-runs/{id}/comparison")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allocation")
class ComparisonResource {
    private final CompareAllocations compareAllocations;
    private final KnownMunicipalities municipalities;
    private final CurrentLanguage language;
    private final Texts texts;
    private final Problems problems;

    ComparisonResource(
            CompareAllocations compareAllocations,
            KnownMunicipalities municipalities,
            CurrentLanguage language,
            Texts texts,
            Problems problems) {
        this.compareAllocations = compareAllocations;
        this.municipalities = municipalities;
        this.language = language;
        this.texts = texts;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.ADVISER, Roles.DECISION_MAKER, Roles.MINISTRY, Roles.ADMINISTRATOR})
    @APIResponse(
            responseCode = "200",
            description = "Amounts and changes by municipality or group, winners, losers, Gini, largest loss and gain",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ComparisonResponse.class),
                            examples = @ExampleObject(name = "byCounty", value = ComparisonExample.BY_COUNTY)))
    @Operation(
            operationId = "compareAllocationRuns",
            summary = "Compare a run with other runs or with last year's awards")
    public Response compare(
            @PathParam("id") RunId id,
            @Valid @BeanParam ComparisonQuery query,
            @QueryParam("by")
                    @DefaultValue("municipality")
                    @Pattern(regexp = Grouping.CODES)
                    @Parameter(description = "What the rows are")
                    String by,
            @Valid @BeanParam PageQuery page) {
        return switch (compareAllocations.compare(query.command(id))) {
            case CompareAllocations.Outcome.Done(var compared) ->
                Response.ok(view(compared, by, page))
                        .header("Content-Language", language.get().tag())
                        .header("Vary", "Accept-Language")
                        .build();
            case CompareAllocations.Outcome.Unknown() -> problems.notFound();
            case CompareAllocations.Outcome.NothingToCompareWith() ->
                problems.rejected(List.of(BrokenRule.of("allocation.something-to-compare-with", "query:with")));
            case CompareAllocations.Outcome.NotReproducible(var run) ->
                problems.conflict("allocation.engine-changed", "runId", run);
            case CompareAllocations.Outcome.NotMovable(var lost) ->
                problems.conflict("allocation.not-comparable", "municipalities", lost);
        };
    }

    private ComparisonResponse view(CompareAllocations.Compared compared, String by, PageQuery page) {
        return ComparisonResponse.of(
                compared,
                Grouping.of(by).orElse(Grouping.MUNICIPALITY),
                page,
                new RowNames(texts, language.get(), municipalities.countyNames(compared.structureDate())));
    }
}
