package no.opptrapping.grant.allocation.rest;

import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import no.opptrapping.grant.allocation.explanations.Explanation;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.pages.PageText;
import no.opptrapping.platform.time.BusinessDates;
import org.jspecify.annotations.Nullable;

/**
 * One municipality's amount of a run as a page of the decision letter (<code>templates/ExplanationPage.html</code>): two
 * sentences for each part, and beneath them the table that somebody with a pocket calculator can follow. The name that
 * the people who made the run gave it is shown as long as it is one of several that may be adopted.
 *
 * @param adoptedOn when the run was adopted, if it was
 * @param edition whether another edition took its place, and whether it took another's
 * @param byCriteria whether there is a table of criteria to be told how to check
 */
record ExplanationPage(
        PageText text,
        AllocationRun run,
        Explanation explanation,
        @Nullable LocalDate adoptedOn,
        PageEdition edition,
        boolean byCriteria)
        implements TemplateInstance {
    static ExplanationPage of(AllocationRun run, Explanation explanation, PageEdition edition, PageText text) {
        return new ExplanationPage(
                text,
                run,
                explanation,
                run.adoption().map(adoption -> BusinessDates.of(adoption.at())).orElse(null),
                edition,
                explanation.pots().stream()
                        .anyMatch(part ->
                                part.byKey() != null && !part.byKey().criteria().isEmpty()));
    }
}
