package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.AllocationRuns;
import no.opptrapping.grant.allocation.CompareRuns;
import no.opptrapping.grant.allocation.ComputedRun;
import no.opptrapping.grant.allocation.RunId;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** One run compared with another, from the other to the one. */
@Path("/v1/allocation-runs/{id}/comparison")
@RunOnVirtualThread
class ComparisonResource {
    private final AllocationRuns runs;
    private final Problems problems;

    ComparisonResource(AllocationRuns runs, Problems problems) {
        this.runs = runs;
        this.problems = problems;
    }

    /** One municipality; per inhabitant in kroner with two decimals. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name,
            Kroner amount,
            Kroner otherAmount,
            Kroner change,
            @Schema(maxLength = 40) @Nullable String changePerInhabitant) {
        static Item of(CompareRuns.Row row) {
            return new Item(
                    row.number(),
                    row.name(),
                    row.amount(),
                    row.otherAmount(),
                    row.change(),
                    row.changePerInhabitant()
                            .map(change -> change.rounded(2).toPlainString())
                            .orElse(null));
        }
    }

    /** The comparison; Gini coefficients with six decimals, per inhabitant and weighted by population. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            @Schema(maxItems = 500) List<Item> items,
            @Schema(maxLength = 512) @Nullable String next,
            long winners,
            long losers,
            @Schema(maxLength = 40) @Nullable String gini,
            @Schema(maxLength = 40) @Nullable String otherGini,
            @Nullable Item largestLoss) {}

    @GET
    @RolesAllowed({Roles.ADVISER, Roles.DECISION_MAKER, Roles.MINISTRY, Roles.ADMINISTRATOR})
    @APIResponse(responseCode = "200", description = "Change by municipality, winners, losers, Gini, largest loss")
    public Response compare(
            @PathParam("id") UUID id,
            @QueryParam("with") @NotNull UUID with,
            @QueryParam("beyond") @DefaultValue("0") @Pattern(regexp = "^[0-9]{1,9}(\\.[0-9]{1,4})?$") String beyond,
            @Valid @BeanParam PageQuery page) {
        var run = runs.find(new RunId(id));
        var other = runs.find(new RunId(with));
        if (run.isEmpty() || other.isEmpty()) {
            return problems.notFound();
        }
        var computed = ComputedRun.of(run.get());
        var otherComputed = ComputedRun.of(other.get());
        if (computed.isEmpty() || otherComputed.isEmpty()) {
            return problems.conflict("allocation.engine-changed");
        }
        return new CompareRuns(computed.get(), otherComputed.get(), Decimal.of(beyond))
                .compare()
                .map(comparison -> Response.ok(view(comparison, page)).build())
                .orElseGet(() -> problems.conflict("allocation.not-comparable"));
    }

    private static View view(CompareRuns.Comparison comparison, PageQuery page) {
        var rows = comparison.rows();
        var from = Math.min(rows.size(), page.cursor(1).map(Cursors::row).orElse(0));
        var until = Math.min(rows.size(), from + page.limit() + 1);
        var items = Page.of(
                        IntStream.range(from, until).boxed().toList(),
                        page.limit(),
                        row -> List.of(Integer.toString(row + 1)))
                .map(row -> Item.of(rows.get(row)));
        return new View(
                items.items(),
                items.next(),
                comparison.winners(),
                comparison.losers(),
                text(comparison.gini()),
                text(comparison.otherGini()),
                comparison.largestLoss().map(Item::of).orElse(null));
    }

    private static @Nullable String text(Optional<Fraction> gini) {
        return gini.map(one -> one.rounded(6).toPlainString()).orElse(null);
    }
}
