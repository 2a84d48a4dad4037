package no.opptrapping.grant.known.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.grant.known.HeardIndicators;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.platform.events.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what municipality-service tells of municipalities and indicators. */
@ApplicationScoped
class KnownFromTopics {
    private final Inbox inbox;
    private final HeardMunicipalities municipalities;
    private final HeardIndicators indicators;

    KnownFromTopics(Inbox inbox, HeardMunicipalities municipalities, HeardIndicators indicators) {
        this.inbox = inbox;
        this.municipalities = municipalities;
        this.indicators = indicators;
    }

    @Incoming("municipality")
    @Blocking
    void onMunicipality(ConsumerRecord<String, String> record) {
        inbox.consume(
                record,
                event -> municipalities.keep(event.dataAs(MunicipalityV1.class).heard()));
    }

    @Incoming("indicator")
    @Blocking
    void onIndicator(ConsumerRecord<String, String> record) {
        inbox.consume(
                record, event -> indicators.keep(event.dataAs(IndicatorV1.class).heard()));
    }
}
