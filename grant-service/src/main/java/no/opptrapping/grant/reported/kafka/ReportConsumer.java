package no.opptrapping.grant.reported.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import no.opptrapping.grant.reported.HearReport;
import no.opptrapping.platform.events.Inbox;
import no.opptrapping.platform.events.IncomingEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears report.v1: each event once, whatever comes twice, late or out of order. */
@ApplicationScoped
class ReportConsumer {
    private final Inbox inbox;
    private final HearReport hearReport;

    ReportConsumer(Inbox inbox, HearReport hearReport) {
        this.inbox = inbox;
        this.hearReport = hearReport;
    }

    @Incoming("report")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events, this::apply);
    }

    private void apply(IncomingEvent event) {
        hearReport.hear(event.dataAs(ReportV1.class).heard());
    }
}
