package no.opptrapping.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.changes.Cause;
import no.opptrapping.grant.allocation.comparison.Grouping;
import no.opptrapping.grant.allocation.engine.AllocationRule;
import no.opptrapping.grant.allocation.engine.ByApplication;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import no.opptrapping.grant.applications.BudgetLineKind;
import no.opptrapping.grant.applications.MeasureCode;
import no.opptrapping.grant.awards.AwardChange;
import no.opptrapping.grant.claims.Claim;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.overview.Overview;
import no.opptrapping.grant.priornotices.PriorNoticeKind;
import no.opptrapping.grant.trace.MoneyFlow;
import no.opptrapping.grant.trace.TraceStep;
import no.opptrapping.grant.worklist.Waiting;
import no.opptrapping.platform.testing.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyTextExistsInThreeLanguages() {
        assertThat(MessageFiles.ofThisModule()
                        .completed("allocation.", AllocationRule.values())
                        .said("allocation.", "allocation/inputs", "refuse", 0)
                        .said("allocation.", "allocation/rest", "refuse", 0)
                        .said("allocation.line.", "allocation/explanations", "line", 0)
                        .completed("allocation.line.", ByApplication.Reason.values())
                        .completed("allocation.line.", Stream.of("floor", "cap", "limits", "rejected", "unassessed"))
                        .completed("allocation.line.", codes("addition-", WholeFramework.Kind.values()))
                        .completed("allocation.how.", Stream.of("floor", "cap", "limits"))
                        .completed(
                                "allocation.how.",
                                Stream.of(GuaranteeVariant.values()).map(variant -> "compensation-" + variant.code()))
                        .completed("allocation.explained.", Stream.of("rejected", "unassessed"))
                        .said("allocation.how.", "allocation/explanations", "line", 1)
                        .completed("allocation.explained.application.", ByApplication.Reason.values())
                        .said("allocation.sheet.", "allocation/workbook", "word", 0)
                        .said("allocation.sheet.", "allocation/workbook", "fact", 0)
                        .said("allocation.sheet.", "allocation/workbook", "value", 1)
                        .said("allocation.sheet.", "allocation/workbook", "limit", MessageFiles.EVERYWHERE)
                        .said("allocation.sheet.", "allocation/workbook", "heads", MessageFiles.EVERYWHERE)
                        .said(
                                "allocation.sheet.",
                                "allocation/workbook/ResultSheet.java",
                                "of",
                                MessageFiles.EVERYWHERE)
                        .completed(
                                "allocation.sheet.",
                                Stream.of(Grouping.values()).map(Grouping::code))
                        .completed(
                                "allocation.sheet.",
                                Stream.of(GuaranteeVariant.values()).map(variant -> "guarantee-" + variant.code()))
                        .completed("allocation.sheet.", codes("reason-", ByApplication.Reason.values()))
                        .completed("allocation.cause.", Cause.values())
                        .completed("trace.place.", MoneyFlow.Place.values())
                        .completed("trace.step.", TraceStep.Kind.values())
                        .completed("allocation.change.", Stream.of("more", "less", "same"))
                        .somehow("allocation.indicator.")
                        .somehow("allocation.group.")
                        .said("letter.", "awards", "section", 0, "-title")
                        .completed(
                                "letter.change-",
                                Stream.of(AwardChange.Cause.values()).map(AwardChange.Cause::code))
                        .completed("notice.", NoticeKind.values())
                        .completed(
                                "application.page.",
                                Stream.of(
                                        "contact",
                                        "name",
                                        "email",
                                        "phone",
                                        "measures",
                                        "measure-line",
                                        "positions",
                                        "position-line",
                                        "budget",
                                        "budget-line",
                                        "money",
                                        "asked",
                                        "own-share",
                                        "smallest-useful",
                                        "participants",
                                        "participant-line",
                                        "commitment",
                                        "commits"))
                        .completed("application.measure.", codes("", MeasureCode.values()))
                        .completed("application.budget.", codes("", BudgetLineKind.values()))
                        .completed("overview.", Overview.Act.values())
                        .completed("worklist.", Waiting.What.values())
                        .said("claim.", "claims", "section", 0, "-title")
                        .said("claim.", "claims", "written", 0, "-title")
                        .completed("claim.reason-", Claim.Cause.values())
                        .said("prior-notice.", "priornotices", "section", 0, "-title")
                        .completed("prior-notice.", PriorNoticeKind.values())
                        .completed(
                                "prior-notice.",
                                Stream.of(PriorNoticeKind.values()).map(kind -> kind.code() + "-title"))
                        .faults())
                .isEmpty();
    }

    private static Stream<String> codes(String before, Enum<?>... words) {
        return Stream.of(words)
                .map(word -> before + word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
