package no.opptrapping.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import no.opptrapping.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void followsTheHouseRules() {
        assertThat(HouseRules.of(
                                "no.opptrapping.municipality",
                                "lineage",
                                "registry",
                                "offices",
                                "conversion",
                                "indicators",
                                "representation",
                                "sync",
                                "reference")
                        .calculating("lineage")
                        .faults())
                .isEmpty();
    }
}
