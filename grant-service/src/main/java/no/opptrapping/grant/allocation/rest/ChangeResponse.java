package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.changes.Cause;
import no.opptrapping.grant.allocation.changes.ChangeSentences;
import no.opptrapping.grant.allocation.changes.ChangeTable;
import no.opptrapping.grant.allocation.changes.ExplainChange.Outcome.Explained;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why amounts changed: of all municipalities, or of one. */
final class ChangeResponse {
    private ChangeResponse() {}

    /**
     * A page of municipalities; everything but the items is the country's on every page.
     *
     * @param causes those that changed anything, in the stated order
     */
    @Schema(
            name = "Changes",
            description =
                    "The change of each municipality from one run to another, cause by cause, in whole kroner that"
                            + " sum to it; in the municipality structure of the newer run")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record All(
            UUID runId,
            UUID fromRunId,
            int year,
            int fromYear,

            @Schema(description = "The order of the chain", maxItems = 8)
            List<Cause> causes,

            @Schema(
                    description =
                            "How many combinations of old and new could not be divided, for example new floors above"
                                    + " the old appropriation; there the last cause counts only when the others let it")
            long impossible,

            Item total,
            @Schema(maxItems = 500) List<Item> items,
            @Schema(maxLength = 512) @Nullable String next) {}

    /** One municipality's. */
    @Schema(name = "ChangeOfMunicipality")
    record One(
            UUID runId,
            UUID fromRunId,
            int year,
            int fromYear,
            Item change,

            @Schema(description = "For people who do not read tables", maxItems = 3)
            List<LocalisedText> sentences) {}

    /** A municipality or the country. */
    @Schema(name = "ChangeItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(description = "The municipality's number; absent for the country", maxLength = 4) @Nullable
            String number,

            @Schema(description = "Absent for the country", maxLength = 200) @Nullable
            String name,

            @Schema(description = "What the older run gave, with what earlier awards promised of that year")
            Kroner before,

            @Schema(description = "What the newer run gives, with what earlier awards promised of its year")
            Kroner after,

            Kroner change,

            @Schema(description = "In the order of the chain; both kinds sum to the change", maxItems = 8)
            List<Part> causes) {}

    /** What one cause changes. */
    @Schema(name = "ChangeByCause")
    record Part(
            Cause cause,

            @Schema(description = "Where the causes are changed one after the other, in their order")
            Kroner inOrder,

            @Schema(
                    description =
                            "The mean over all orders (Shapley; a municipality's own figures and those of all others"
                                    + " stand together in each)")
            Kroner mean) {}

    static All all(Explained explained, PageQuery page) {
        var rows = explained.table().rows();
        var from = Math.min(
                rows.size(),
                page.cursor(1)
                        .map(cursor -> Math.max(0, cursor.read(0, Integer::valueOf)))
                        .orElse(0));
        var until = Math.min(rows.size(), from + page.limit() + 1);
        var items = Page.of(
                IntStream.range(from, until).boxed().toList(), page.limit(), row -> List.of(Integer.toString(row + 1)));
        return new All(
                explained.to().run().id().value(),
                explained.from().run().id().value(),
                explained.to().run().year().getValue(),
                explained.from().run().year().getValue(),
                explained.table().causes(),
                explained.table().impossible(),
                item(explained.table().total()),
                items.items().stream().map(row -> item(rows.get(row))).toList(),
                items.next());
    }

    static One one(Explained explained, ChangeTable.Change change, ChangeSentences sentences) {
        var year = explained.to().run().year().getValue();
        var former = explained.from().run().year().getValue();
        return new One(
                explained.to().run().id().value(),
                explained.from().run().id().value(),
                year,
                former,
                item(change),
                sentences.of(change, year, former));
    }

    private static Item item(ChangeTable.Change change) {
        var isCountry = change.number().isEmpty();
        return new Item(
                isCountry ? null : change.number(),
                isCountry ? null : change.name(),
                change.before(),
                change.after(),
                change.change(),
                change.causes().stream()
                        .map(cause -> new Part(cause, change.inOrder(cause), change.inMean(cause)))
                        .toList());
    }
}
