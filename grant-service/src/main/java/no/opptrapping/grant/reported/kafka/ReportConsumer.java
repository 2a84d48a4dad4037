package no.opptrapping.grant.reported.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import no.opptrapping.grant.reported.HearReport;
import no.opptrapping.platform.events.Consumption;
import no.opptrapping.platform.events.Inbox;
import no.opptrapping.platform.events.IncomingEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears report.v1: each event once, whatever comes twice, late or out of order. */
@ApplicationScoped
class ReportConsumer implements Consumption {
    private final Inbox inbox;
    private final HearReport hearReport;

    ReportConsumer(Inbox inbox, HearReport hearReport) {
        this.inbox = inbox;
        this.hearReport = hearReport;
    }

    @Incoming("report")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Override
    public Map<String, Consumer<IncomingEvent>> effects() {
        return Map.of("report.v1", this::apply);
    }

    private void apply(IncomingEvent event) {
        hearReport.hear(event.dataAs(ReportV1.class).heard());
    }
}
