package no.opptrapping.grant.trace.rest;

import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.trace.MoneyFlow;
import no.opptrapping.grant.trace.SeeTrace.Trace;
import no.opptrapping.grant.trace.StepTexts;
import no.opptrapping.grant.trace.TraceFacts;
import no.opptrapping.grant.trace.TraceStep;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an award's money.
 *
 * @param steps what happened, oldest first
 * @param flow where the money is now, and the way it came there; from the ledger alone
 */
@Schema(name = "AwardTrace")
record TraceResponse(
        AwardId awardId,
        String reference,
        String schemeName,
        int year,
        Recipient recipient,
        @Schema(maxItems = TraceFacts.MOST) List<Step> steps,
        Flow flow) {
    /** The municipality that the money was given to, as it was then. */
    @Schema(name = "TracedRecipient")
    record Recipient(MunicipalityId municipalityId, MunicipalityNumber number, String name) {}

    /** One thing that happened. */
    @Schema(name = "TraceStep")
    record Step(
            @Schema(description = "What happened") TraceStep.Kind kind,

            Instant at,
            int year,
            @Nullable Kroner amount,

            @Schema(description = "What a report says is unspent, in whole kroner") @Nullable
            Kroner unspent,

            @Schema(description = "The man-years of the municipality's whole report, with decimals") @Nullable
            String manYears,

            @Schema(description = "What happened, in words, in the language asked for")
            String text,

            @Schema(description = "Where more is to be read") @Nullable
            String link) {}

    /** The nodes that have money, and the links between them. */
    @Schema(name = "MoneyFlow")
    record Flow(
            @Schema(maxItems = 500) List<Node> nodes,
            @Schema(maxItems = 500) List<Link> links) {}

    /** Money in one place. */
    @Schema(name = "MoneyFlowNode")
    record Node(
            @Schema(description = "Of its place and year, for example spent-2025")
            String id,

            @Schema(description = "What has become of the money")
            MoneyFlow.Place place,

            int year,
            Kroner amount) {}

    /** Money that has come from one node to another. */
    @Schema(name = "MoneyFlowLink")
    record Link(
            @Schema(description = "The node that it comes from")
            String from,

            @Schema(description = "The node that it has come to")
            String to,

            Kroner amount) {}

    static TraceResponse of(Trace trace, Texts texts, Language language) {
        var award = trace.award();
        return new TraceResponse(
                award.id(),
                award.reference(),
                award.purpose().name().in(language),
                award.year().getValue(),
                new Recipient(
                        award.recipient().municipality(),
                        award.recipient().number(),
                        award.recipient().name()),
                trace.steps().stream()
                        .map(step -> new Step(
                                step.kind(),
                                step.at(),
                                step.year(),
                                step.amount().orElse(null),
                                step.rest().orElse(null),
                                step.manYears().orElse(null),
                                StepTexts.of(step, texts, language),
                                step.link().orElse(null)))
                        .toList(),
                new Flow(
                        trace.flow().nodes().stream()
                                .map(node -> new Node(node.id(), node.place(), node.year(), node.amount()))
                                .toList(),
                        trace.flow().links().stream()
                                .map(link -> new Link(link.from(), link.to(), link.amount()))
                                .toList()));
    }
}
