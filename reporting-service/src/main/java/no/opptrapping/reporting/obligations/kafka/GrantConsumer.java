package no.opptrapping.reporting.obligations.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.platform.events.Inbox;
import no.opptrapping.platform.events.IncomingEvent;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownFrameworkAllocation;
import no.opptrapping.reporting.known.KnownPayment;
import no.opptrapping.reporting.obligations.KeepObligations;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what grant-service publishes. */
@ApplicationScoped
class GrantConsumer {
    private final Inbox inbox;
    private final KeepObligations keep;

    GrantConsumer(Inbox inbox, KeepObligations keep) {
        this.inbox = inbox;
        this.keep = keep;
    }

    @Incoming("award")
    @Blocking
    void onAward(ConsumerRecord<String, String> record) {
        inbox.consume(record, this::award);
    }

    @Incoming("payment")
    @Blocking
    void onPayment(ConsumerRecord<String, String> record) {
        inbox.consume(record, this::payment);
    }

    @Incoming("framework-allocation")
    @Blocking
    void onFrameworkAllocation(ConsumerRecord<String, String> record) {
        inbox.consume(record, this::frameworkAllocation);
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
}
