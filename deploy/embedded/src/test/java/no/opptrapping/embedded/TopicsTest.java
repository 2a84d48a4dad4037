package no.opptrapping.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void compactsTheRegistersTopicsAndKeepsEveryRecordOfTheOthers() {
        assertThat(Topics.all())
                .contains(
                        new Topic("municipality.v1", 3, true),
                        new Topic("indicator.v1", 3, true),
                        new Topic("award.v1", 3, false),
                        new Topic("report.v1", 3, false));
    }

    @Test
    void givesEachListenerADeadLetterTopicOfItsOwn() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .contains("report.v1.grant-service.dlq", "award.v1.reporting-service.dlq")
                .contains("municipality.v1.grant-service.dlq", "municipality.v1.reporting-service.dlq")
                .hasSize(14 + 28);
    }
}
