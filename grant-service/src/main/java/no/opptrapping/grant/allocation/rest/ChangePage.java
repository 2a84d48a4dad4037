package no.opptrapping.grant.allocation.rest;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import no.opptrapping.grant.allocation.changes.ChangeSentences;
import no.opptrapping.grant.allocation.changes.ChangeTable;
import no.opptrapping.grant.allocation.changes.ExplainChange.Outcome.Explained;
import no.opptrapping.grant.allocation.changes.Waterfall;
import no.opptrapping.grant.pages.PageText;

/**
 * Why one municipality's amount changed, as a page with a picture and its table
 * (<code>templates/ChangePage.html</code>).
 *
 * @param explanation the address of the newer run's explanation of the amount
 * @param edition whether another edition took the newer run's place, and whether it took another's
 * @param former the year of the older run
 * @param total the whole change, with its sign
 * @param isMoved whether the runs are of different municipality structures
 * @param isImpossible whether some combination of old and new could not be divided
 */
record ChangePage(
        PageText text,
        String explanation,
        PageEdition edition,
        String year,
        String former,
        ChangeTable.Change change,
        List<String> sentences,
        Waterfall picture,
        List<Waterfall.Line> lines,
        String total,
        boolean isMoved,
        boolean isImpossible)
        implements TemplateInstance {
    static ChangePage of(
            Explained explained,
            PageEdition edition,
            ChangeTable.Change change,
            ChangeSentences sentences,
            PageText text) {
        var year = explained.to().run().year().getValue();
        var former = explained.from().run().year().getValue();
        return new ChangePage(
                text,
                "/v1/allocation-runs/" + explained.to().run().id() + "/explanations/" + change.number(),
                edition,
                Integer.toString(year),
                Integer.toString(former),
                change,
                sentences.of(change, year, former).stream()
                        .map(sentence -> sentence.in(text.language()))
                        .toList(),
                Waterfall.of(change, year, former, text),
                Waterfall.lines(change, text),
                Waterfall.signed(change.change(), text),
                !explained
                        .from()
                        .inputs()
                        .parameters()
                        .structureDate()
                        .equals(explained.to().inputs().parameters().structureDate()),
                explained.table().impossible() > 0);
    }
}
