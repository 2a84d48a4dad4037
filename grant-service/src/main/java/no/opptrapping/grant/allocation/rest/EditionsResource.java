package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.comparison.CompareAllocations;
import no.opptrapping.grant.allocation.comparison.Comparison;
import no.opptrapping.grant.allocation.comparison.Grouping;
import no.opptrapping.grant.allocation.editions.Editions;
import no.opptrapping.grant.allocation.editions.SeeEditions;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was decided, what was preliminary and what was corrected, and why, for everybody to read. */
@Path("/v1/allocation-editions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allocation")
class EditionsResource {
    private final SeeEditions seeEditions;
    private final Problems problems;

    EditionsResource(SeeEditions seeEditions, Problems problems) {
        this.seeEditions = seeEditions;
        this.problems = problems;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAllocationEditions",
            summary = "List adopted and preliminary divisions, and which corrects which")
    public Page<EditionResponse> list(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year,
            @Valid @BeanParam PageQuery page) {
        return Page.of(
                        seeEditions.list(
                                Optional.ofNullable(schemeId),
                                Optional.ofNullable(year).map(Year::of),
                                page.cursor(2).map(cursor -> new Editions.Place(cursor.instant(0), cursor.uuid(1))),
                                page.limit() + 1),
                        page.limit(),
                        edition ->
                                List.of(edition.at().toString(), edition.run().toString()))
                .map(EditionResponse::of);
    }

    @GET
    @Path("/{runId}/amounts")
    @PermitAll
    @APIResponse(
            responseCode = "200",
            description = "What each municipality gets, then and now where the edition corrects or follows another",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AmountPage.class)))
    @Operation(
            operationId = "listEditionAmounts",
            summary = "List what each municipality gets, and what it was to get by the edition before")
    public Response amounts(@PathParam("runId") RunId runId, @Valid @BeanParam PageQuery page) {
        return seeEditions
                .amounts(runId)
                .map(found -> switch (found.compared()) {
                    case CompareAllocations.Outcome.Done(var compared) ->
                        Response.ok(page(compared.comparison(), found.edition().before(), page))
                                .build();
                    case CompareAllocations.Outcome.NotReproducible(var run) ->
                        problems.conflict("allocation.engine-changed", "runId", run);
                    case CompareAllocations.Outcome.NotMovable(var lost) ->
                        problems.conflict("allocation.not-comparable", "municipalities", lost);
                    case CompareAllocations.Outcome.Unknown unknown -> problems.notFound();
                    case CompareAllocations.Outcome.NothingToCompareWith nothing -> problems.notFound();
                })
                .orElseGet(problems::notFound);
    }

    private static AmountPage page(Comparison comparison, Optional<RunId> before, PageQuery query) {
        var after = query.cursor(1).map(cursor -> cursor.text(0)).orElse("");
        var rows = comparison.rows(Grouping.MUNICIPALITY).stream()
                .filter(row -> row.key().compareTo(after) > 0)
                .limit(query.limit() + 1L)
                .toList();
        var page = Page.of(rows, query.limit(), row -> List.of(row.key()));
        var total = comparison.total();
        return new AmountPage(
                page.items().stream()
                        .flatMap(row -> Amount.of(row, before.isPresent()).stream())
                        .toList(),
                page.next(),
                before.orElse(null),
                total.amounts().getFirst(),
                before.isPresent() ? total.amounts().getLast() : null);
    }

    /** A page of amounts, with the sums of the whole edition. */
    @Schema(name = "EditionAmountPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AmountPage(
            @Schema(maxItems = 500) List<Amount> items,
            @Schema(maxLength = 512) @Nullable String next,

            @Schema(description = "The edition that it corrects or follows; absent when it does neither") @Nullable
            RunId beforeRunId,

            @Schema(description = "What the edition gives in all, whole kroner")
            Kroner sum,

            @Schema(description = "What the edition before gave in all, whole kroner; absent when there is none")
            @Nullable
            Kroner sumBefore) {}

    /** What one municipality gets. */
    @Schema(name = "EditionAmount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Amount(
            MunicipalityNumber number,
            MunicipalityId municipalityId,
            @Schema(maxLength = 200) String name,

            @Schema(description = "What it gets, whole kroner; of a joint application its own share")
            Kroner amount,

            @Schema(description = "What it was to get by the edition before, whole kroner; absent when there is none")
            @Nullable
            Kroner before,

            @Schema(description = "From the edition before to this one, whole kroner; absent when there is none")
            @Nullable
            Kroner change) {
        static Optional<Amount> of(Comparison.Row row, boolean hasBefore) {
            return row.place()
                    .map(place -> new Amount(
                            place.number(),
                            place.id(),
                            place.name(),
                            row.amounts().getFirst(),
                            hasBefore ? row.amounts().getLast() : null,
                            hasBefore ? row.change(1) : null));
        }
    }
}
