package no.opptrapping.reporting.known.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import no.opptrapping.platform.events.Consumption;
import no.opptrapping.platform.events.Inbox;
import no.opptrapping.platform.events.IncomingEvent;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.reporting.known.KnownIndicator;
import no.opptrapping.reporting.known.KnownIndicators;
import no.opptrapping.reporting.known.KnownMunicipalities;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what municipality-service publishes. */
@ApplicationScoped
class RegisterConsumer implements Consumption {
    private final Inbox inbox;
    private final KnownMunicipalities municipalities;
    private final KnownIndicators indicators;

    RegisterConsumer(Inbox inbox, KnownMunicipalities municipalities, KnownIndicators indicators) {
        this.inbox = inbox;
        this.municipalities = municipalities;
        this.indicators = indicators;
    }

    @Incoming("municipality")
    @Blocking
    CompletionStage<Void> onMunicipality(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Incoming("indicator")
    @Blocking
    CompletionStage<Void> onIndicator(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Override
    public Map<String, Consumer<IncomingEvent>> effects() {
        return Map.of(
                "municipality.v1",
                event -> municipalities.keep(event.dataAs(HeardMunicipality.class), event.version()),
                "indicator.v1",
                event -> indicators.keep(event.dataAs(KnownIndicator.class)));
    }
}
