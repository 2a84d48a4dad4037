package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.comparison.CompareAllocations;
import no.opptrapping.grant.allocation.comparison.Comparison;
import no.opptrapping.grant.allocation.comparison.Grouping;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.allocation.workbook.RowNames;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comparison, a page of its rows at a time; everything but the rows is the whole country's on every page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Comparison",
        description =
                "Divisions side by side in one municipality structure. The amounts of every row stand in the order of"
                        + " the sides; a change goes from another side to the first one.")
record ComparisonResponse(
        @Schema(description = "The newest structure of the runs; the others are moved to it")
        LocalDate structureDate,

        @Schema(description = "Inhabitants are those on 1 January of this year, the same for every side")
        int populationYear,

        Grouping by,

        @Schema(description = "Kroner per inhabitant that winners and losers change by more than", maxLength = 40)
        String beyond,

        @Schema(maxItems = 11) List<Side> sides,
        Item total,
        @Schema(maxItems = 500) List<Item> items,
        @Schema(maxLength = 512) @Nullable String next) {

    /** One side; what is measured from it to the first is absent for the first itself. */
    @Schema(name = "ComparisonSide")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Side(
            @Schema(description = "Absent for what was awarded") @Nullable
            UUID runId,

            @Schema(maxLength = 200) @Nullable String name,
            SchemeId schemeId,
            int year,
            @Nullable LocalDate structureDate,

            @Schema(description = "Municipalities whose amounts were moved to those that took over from them")
            int moved,

            Kroner sum,

            @Schema(
                    description =
                            "Per inhabitant, population-weighted: 1 - sum n_i (M_(i-1) + M_i) / (N M), municipalities"
                                    + " ordered by kroner per inhabitant; computed exactly, shown with six decimals"
                                    + " rounded half up",
                    maxLength = 40)
            @Nullable
            String gini,

            Comparison.@Nullable Tally tally,

            @Schema(description = "The municipality that loses most per inhabitant") @Nullable
            Item largestLoss,

            @Schema(description = "The municipality that gains most per inhabitant") @Nullable
            Item largestGain) {}

    /** One municipality or group; per inhabitant in kroner with two decimals, absent where inhabitants are unknown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ComparisonItem")
    record Item(
            @Schema(maxLength = 40) String key,
            @Schema(maxLength = 200) String name,
            long municipalities,
            @Schema(maxLength = 40) @Nullable String inhabitants,

            @Schema(description = "One of each side", maxItems = 11)
            List<Kroner> amounts,

            @Schema(description = "One of each side", maxItems = 11) @Nullable
            List<String> perInhabitant,

            @Schema(description = "From each other side to the first", maxItems = 10)
            List<Kroner> changes,

            @Schema(description = "From each other side to the first", maxItems = 10) @Nullable
            List<String> changesPerInhabitant,

            @Schema(description = "Of a group, from each other side to the first", maxItems = 10) @Nullable
            List<Comparison.Tally> tallies) {}

    static ComparisonResponse of(CompareAllocations.Compared compared, Grouping by, PageQuery page, RowNames names) {
        var comparison = compared.comparison();
        var rows = comparison.rows(by);
        var from = Math.min(
                rows.size(),
                page.cursor(1)
                        .map(cursor -> Math.max(0, cursor.read(0, Integer::valueOf)))
                        .orElse(0));
        var until = Math.min(rows.size(), from + page.limit() + 1);
        var items = Page.of(
                        IntStream.range(from, until).boxed().toList(),
                        page.limit(),
                        row -> List.of(Integer.toString(row + 1)))
                .map(row -> item(rows.get(row), names.of(by, rows.get(row))));
        return new ComparisonResponse(
                compared.structureDate(),
                compared.populationYear(),
                by,
                compared.beyond().toString(),
                IntStream.range(0, compared.sides().size())
                        .mapToObj(side -> side(compared, side))
                        .toList(),
                item(comparison.total(), names.ofTheCountry()),
                items.items(),
                items.next());
    }

    private static Side side(CompareAllocations.Compared compared, int index) {
        var side = compared.sides().get(index);
        var comparison = compared.comparison();
        return new Side(
                side.run().map(RunId::value).orElse(null),
                side.name().orElse(null),
                side.scheme(),
                side.year(),
                side.structureDate(),
                side.moved(),
                side.sum(),
                comparison
                        .gini(index)
                        .map(gini -> gini.rounded(6).toPlainString())
                        .orElse(null),
                index == 0 ? null : comparison.total().tallies().get(index - 1),
                index == 0 ? null : municipality(comparison.largestLoss(index)),
                index == 0 ? null : municipality(comparison.largestGain(index)));
    }

    private static @Nullable Item municipality(Optional<Comparison.Row> row) {
        return row.map(one -> item(one, RowNames.ofMunicipality(one))).orElse(null);
    }

    private static Item item(Comparison.Row row, String name) {
        var sides = row.amounts().size();
        return new Item(
                row.key(),
                name,
                row.municipalities(),
                row.inhabitants().map(ComparisonResponse::people).orElse(null),
                row.amounts(),
                decimals(IntStream.range(0, sides).mapToObj(row::perInhabitant).toList()),
                IntStream.range(1, sides).mapToObj(row::change).toList(),
                decimals(IntStream.range(1, sides)
                        .mapToObj(row::changePerInhabitant)
                        .toList()),
                row.place().isPresent() ? null : row.tallies());
    }

    private static @Nullable List<String> decimals(List<Optional<Fraction>> figures) {
        return figures.stream().anyMatch(Optional::isEmpty)
                ? null
                : figures.stream()
                        .map(figure -> figure.orElseThrow().rounded(2).toPlainString())
                        .toList();
    }

    private static String people(Fraction inhabitants) {
        var rounded = inhabitants.rounded(12).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
