package no.opptrapping.grant;

import static org.assertj.core.api.Assertions.assertThat;

import no.opptrapping.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void followsTheHouseRules() {
        assertThat(HouseRules.of(
                                "no.opptrapping.grant",
                                "known",
                                "schemes",
                                "impartiality",
                                "ledger",
                                "appropriations",
                                "calls",
                                "applications",
                                "assessment",
                                "awards",
                                "framework",
                                "payments",
                                "reported",
                                "reconciliation",
                                "costkeys",
                                "allocation",
                                "succession",
                                "overview",
                                "worklist")
                        .faults())
                .isEmpty();
    }
}
