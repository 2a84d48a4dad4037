package no.opptrapping.reporting.obligations.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import no.opptrapping.platform.events.Consumption;
import no.opptrapping.platform.events.Inbox;
import no.opptrapping.platform.events.IncomingEvent;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownCarryOver;
import no.opptrapping.reporting.known.KnownFrameworkAllocation;
import no.opptrapping.reporting.known.KnownPayment;
import no.opptrapping.reporting.obligations.KeepObligations;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what grant-service publishes. */
@ApplicationScoped
class GrantConsumer implements Consumption {
    private final Inbox inbox;
    private final KeepObligations keep;

    GrantConsumer(Inbox inbox, KeepObligations keep) {
        this.inbox = inbox;
        this.keep = keep;
    }

    @Incoming("award")
    @Blocking
    CompletionStage<Void> onAward(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Incoming("payment")
    @Blocking
    CompletionStage<Void> onPayment(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Incoming("framework-allocation")
    @Blocking
    CompletionStage<Void> onFrameworkAllocation(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Incoming("carry-over")
    @Blocking
    CompletionStage<Void> onCarryOver(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Override
    public Map<String, Consumer<IncomingEvent>> effects() {
        return Map.of(
                "award.v1", this::award,
                "payment.v1", this::payment,
                "framework-allocation.v1", this::frameworkAllocation,
                "carry-over.v1", this::carryOver);
    }

    private void award(IncomingEvent event) {
        keep.heard(event.dataAs(KnownAward.class));
    }

    private void payment(IncomingEvent event) {
        keep.heard(event.dataAs(KnownPayment.class));
    }

    private void frameworkAllocation(IncomingEvent event) {
        keep.heard(event.dataAs(KnownFrameworkAllocation.class));
    }

    private void carryOver(IncomingEvent event) {
        keep.heard(event.dataAs(KnownCarryOver.class));
    }
}
