package no.opptrapping.grant;

import static org.assertj.core.api.Assertions.assertThat;

import no.opptrapping.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void followsTheHouseRules() {
        assertThat(HouseRules.of(
                                "no.opptrapping.grant",
                                "lifecycle",
                                "deadlines",
                                "pages",
                                "known",
                                "schemes",
                                "impartiality",
                                "schemerules",
                                "notices",
                                "webhooks",
                                "letters",
                                "ledger",
                                "appropriations",
                                "frames",
                                "calls",
                                "announcements",
                                "answers",
                                "dispensations",
                                "forms",
                                "applications",
                                "attachments",
                                "conversation",
                                "statements",
                                "cases",
                                "assessment",
                                "queue",
                                "rejections",
                                "awards",
                                "priornotices",
                                "accounts",
                                "framework",
                                "payments",
                                "bankfiles",
                                "accounting",
                                "timelines",
                                "reported",
                                "carryover",
                                "claims",
                                "renewals",
                                "trace",
                                "reconciliation",
                                "costkeys",
                                "allocation",
                                "succession",
                                "overview",
                                "worklist")
                        .faults())
                .isEmpty();
    }

    /** The rooms of allocation are rooms of their own; what is asked and answered over HTTP knows all of them. */
    @Test
    void theRoomsOfAllocationFollowThemToo() {
        assertThat(HouseRules.of(
                                "no.opptrapping.grant.allocation",
                                "engine",
                                "inputs",
                                "runs",
                                "explanations",
                                "comparison",
                                "changes",
                                "editions",
                                "sweeps",
                                "whatif",
                                "workbook",
                                "reserve",
                                "rest")
                        .calculating("engine", "comparison")
                        .faults())
                .isEmpty();
    }
}
