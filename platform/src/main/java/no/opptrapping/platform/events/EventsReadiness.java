package no.opptrapping.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the relay has reached the database (whether the database answers now is the data source's own check). The
 * broker is not asked: while it is away the service works on and its events wait.
 */
@Readiness
@ApplicationScoped
class EventsReadiness implements HealthCheck {
    private final RelayLifecycle relay;

    EventsReadiness(RelayLifecycle relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("outbox relay");
        return relay.pulse()
                .map(pulse -> response.status(pulse.hasConnected())
                        .withData("state", pulse.state().name())
                        .build())
                .orElseGet(() -> response.up().withData("state", "OFF").build());
    }
}
