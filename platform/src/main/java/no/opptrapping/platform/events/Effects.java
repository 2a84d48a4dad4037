package no.opptrapping.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds what a service does with the events of a topic. */
@ApplicationScoped
class Effects {
    private final Instance<Consumption> consumptions;

    Effects(@Any Instance<Consumption> consumptions) {
        this.consumptions = consumptions;
    }

    Optional<Consumer<IncomingEvent>> find(String topic) {
        return consumptions.stream()
                .flatMap(
                        consumption -> Optional.ofNullable(consumption.effects().get(topic)).stream())
                .findFirst();
    }

    Consumer<IncomingEvent> of(String topic) {
        return find(topic).orElseThrow(() -> new IllegalStateException("Nothing listens to " + topic));
    }
}
