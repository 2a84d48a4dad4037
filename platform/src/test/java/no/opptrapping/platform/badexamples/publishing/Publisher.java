package no.opptrapping.platform.badexamples.publishing;

import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Publishes past the outbox. */
class Publisher {
    void publish(Emitter<String> emitter) {
        var _ = emitter.send("lost when the transaction is rolled back");
    }
}
