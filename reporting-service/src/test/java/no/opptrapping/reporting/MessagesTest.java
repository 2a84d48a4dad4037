package no.opptrapping.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.opptrapping.platform.testing.MessageFiles;
import no.opptrapping.reporting.reports.ReportStatus;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyTextExistsInThreeLanguages() {
        assertThat(MessageFiles.ofThisModule()
                        .completed("overview.report-", ReportStatus.values())
                        .completed("overview.report-", Stream.of("added"))
                        .somehow("statistics.")
                        .said("statistics.benchmark.", "statistics", "apply", 0)
                        .faults())
                .isEmpty();
    }
}
