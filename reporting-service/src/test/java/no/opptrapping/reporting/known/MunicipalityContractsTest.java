package no.opptrapping.reporting.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.ContractSamples;
import org.junit.jupiter.api.Test;

/** What municipality-service has promised to publish is what this service reads. */
class MunicipalityContractsTest {
    private final ContractSamples register = ContractSamples.ownedBy("municipality-service");

    @Test
    void readsEveryApprovedMunicipality() {
        var samples = register.samples("municipality.v1");
        assertThat(samples).isNotEmpty();
        for (var number = 1; number <= samples.size(); number++) {
            var municipality = register.event("municipality.v1", number, "m", 1).dataAs(HeardMunicipality.class);
            assertThat(municipality.versions()).isNotEmpty();
            assertThat(municipality.successors())
                    .allMatch(successor -> successor.share().signum() > 0)
                    .allMatch(successor -> successor.share().compareTo(BigDecimal.ONE) <= 0);
        }
    }

    @Test
    void readsEveryApprovedIndicator() {
        var samples = register.samples("indicator.v1");
        assertThat(samples).isNotEmpty();
        for (var number = 1; number <= samples.size(); number++) {
            var indicator = register.event("indicator.v1", number, "i", 1).dataAs(KnownIndicator.class);
            assertThat(indicator.code()).isNotBlank();
            assertThat(indicator.values())
                    .isNotEmpty()
                    .allMatch(value -> !value.value().isBlank());
        }
    }
}
