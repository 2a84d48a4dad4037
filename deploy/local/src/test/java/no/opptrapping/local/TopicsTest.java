package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import no.opptrapping.embedded.Topic;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void compactsTheRegistersTopicsAndKeepsEveryRecordOfTheOthers() {
        assertThat(Topics.all())
                .contains(
                        new Topic("municipality.v1", 6, true),
                        new Topic("indicator.v1", 6, true),
                        new Topic("award.v1", 6, false),
                        new Topic("report.v1", 6, false));
    }

    @Test
    void givesEachListenerADeadLetterTopicOfItsOwn() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .contains("report.v1.grant-service.dlq", "award.v1.reporting-service.dlq")
                .contains("municipality.v1.grant-service.dlq", "municipality.v1.reporting-service.dlq")
                .hasSize(9 + 8);
    }
}
