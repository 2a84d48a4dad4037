package no.opptrapping.grant.known.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import no.opptrapping.grant.known.HeardIndicators;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.grant.known.HeardOffice;
import no.opptrapping.grant.known.HeardOffices;
import no.opptrapping.platform.events.Consumption;
import no.opptrapping.platform.events.Inbox;
import no.opptrapping.platform.events.IncomingEvent;
import no.opptrapping.platform.register.HeardMunicipality;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what municipality-service tells of municipalities, indicators and county governors' offices. */
@ApplicationScoped
class KnownFromTopics implements Consumption {
    private final Inbox inbox;
    private final HeardMunicipalities municipalities;
    private final HeardIndicators indicators;
    private final HeardOffices offices;

    KnownFromTopics(Inbox inbox, HeardMunicipalities municipalities, HeardIndicators indicators, HeardOffices offices) {
        this.inbox = inbox;
        this.municipalities = municipalities;
        this.indicators = indicators;
        this.offices = offices;
    }

    @Override
    public Map<String, Consumer<IncomingEvent>> effects() {
        return Map.of(
                "municipality.v1", event -> municipalities.keep(event.dataAs(HeardMunicipality.class)),
                "indicator.v1",
                        event -> indicators.keep(event.dataAs(IndicatorV1.class).heard()),
                "county-governor-office.v1", event -> offices.keep(event.dataAs(HeardOffice.class)));
    }

    @Incoming("municipality")
    @Blocking
    CompletionStage<Void> onMunicipality(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Incoming("county-governor-office")
    @Blocking
    CompletionStage<Void> onOffice(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Incoming("indicator")
    @Blocking
    CompletionStage<Void> onIndicator(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }
}
