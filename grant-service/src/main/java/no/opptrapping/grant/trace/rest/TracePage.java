package no.opptrapping.grant.trace.rest;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.pages.PageText;
import no.opptrapping.grant.trace.FlowPicture;
import no.opptrapping.grant.trace.MoneyFlow.Node;
import no.opptrapping.grant.trace.SeeTrace.Trace;
import no.opptrapping.grant.trace.StepTexts;
import no.opptrapping.platform.time.BusinessDates;

/**
 * The way of an award's money, as a page with a picture and its table (<code>templates/TracePage.html</code>).
 *
 * @param year of the award
 * @param isEmpty when nothing is left of the award, and so no money to follow
 */
record TracePage(
        PageText text,
        Award award,
        String scheme,
        String year,
        FlowPicture picture,
        List<Row> rows,
        List<Happened> steps,
        boolean isEmpty)
        implements TemplateInstance {
    /** Money that has come from one place to another, in words and figures. */
    record Row(String from, String to, String amount) {}

    /** What happened on a day. */
    record Happened(String on, String text, String link) {}

    static TracePage of(Trace trace, PageText text) {
        var names =
                trace.flow().nodes().stream().collect(Collectors.toMap(Node::id, node -> FlowPicture.name(node, text)));
        return new TracePage(
                text,
                trace.award(),
                trace.award().purpose().name().in(text.language()),
                trace.award().year().toString(),
                FlowPicture.of(trace.flow(), text),
                trace.flow().links().stream()
                        .map(link -> new Row(
                                names.getOrDefault(link.from(), link.from()),
                                names.getOrDefault(link.to(), link.to()),
                                text.decimal(link.amount(), 0)))
                        .toList(),
                trace.steps().stream()
                        .map(step -> new Happened(
                                text.of("trace.on", "date", BusinessDates.of(step.at())),
                                StepTexts.of(step, text.texts(), text.language()),
                                step.link().orElse("")))
                        .toList(),
                trace.flow().nodes().isEmpty());
    }
}
