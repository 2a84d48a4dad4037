package no.opptrapping.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.Doubt;
import no.opptrapping.municipality.indicators.PopulationClass;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.platform.testing.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyTextExistsInThreeLanguages() {
        assertThat(MessageFiles.ofThisModule()
                        .completed("indicator.", Doubt.values())
                        .completed(
                                "indicator.population-class.",
                                Stream.of(PopulationClass.values()).map(PopulationClass::code))
                        .completed("municipality.duty-bearer.", Stream.of("named", "largest-part"))
                        .completed("sync.failed.", SourceFault.Reason.values())
                        .faults())
                .isEmpty();
    }
}
