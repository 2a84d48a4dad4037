package no.opptrapping.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Not alive only when the relay or a consumer has hung, which a restart would mend; a broker that is away is not that. */
@Liveness
@ApplicationScoped
class EventsLiveness implements HealthCheck {
    private final RelayLifecycle relay;
    private final ConsumerPulse effects;
    private final ConsumerWatch consumers;
    private final RelaySettings settings;

    EventsLiveness(RelayLifecycle relay, ConsumerPulse effects, ConsumerWatch consumers, RelaySettings settings) {
        this.relay = relay;
        this.effects = effects;
        this.consumers = consumers;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        var limit = settings.hungAfter();
        var relayHangs = relay.pulse().filter(pulse -> pulse.hungFor(limit)).isPresent();
        var effectsThatHang = effects.hungFor(limit);
        var consumersThatHang = consumers.hungFor(limit);
        return HealthCheckResponse.named("events")
                .status(!relayHangs && effectsThatHang.isEmpty() && consumersThatHang.isEmpty())
                .withData("relayHangs", relayHangs)
                .withData("topicsThatHang", String.join(" ", effectsThatHang))
                .withData("channelsThatHang", String.join(" ", consumersThatHang))
                .build();
    }
}
