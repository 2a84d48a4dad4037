package no.opptrapping.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import no.opptrapping.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void followsTheHouseRules() {
        assertThat(HouseRules.of(
                                "no.opptrapping.reporting",
                                "forms",
                                "known",
                                "obligations",
                                "controls",
                                "reports",
                                "statistics",
                                "overview")
                        .calculating("controls")
                        .faults())
                .isEmpty();
    }
}
