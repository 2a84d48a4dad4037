package no.opptrapping.grant;

import static org.assertj.core.api.Assertions.assertThat;

import no.opptrapping.grant.allocation.engine.AllocationRule;
import no.opptrapping.grant.allocation.engine.ByApplication;
import no.opptrapping.grant.overview.Overview;
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
                        .said("allocation.how.", "allocation/explanations", "line", 1)
                        .completed("allocation.explained.application.", ByApplication.Reason.values())
                        .said("allocation.page.", "allocation/rest", "word", 0)
                        .said("allocation.sheet.", "allocation/workbook", "word", 0)
                        .somehow("allocation.indicator.")
                        .somehow("allocation.group.")
                        .said("letter.", "awards", "section", 0, "-title")
                        .completed("overview.", Overview.Act.values())
                        .completed("worklist.", Waiting.What.values())
                        .faults())
                .isEmpty();
    }
}
