package no.opptrapping.grant.reported.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.grant.reported.HearReport;
import no.opptrapping.platform.events.Inbox;
import no.opptrapping.platform.events.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    void on(ConsumerRecord<String, String> record) {
        inbox.consume(record, this::apply);
    }

    private void apply(IncomingEvent event) {
        hearReport.hear(event.dataAs(ReportV1.class).heard());
    }
}
