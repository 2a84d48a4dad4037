package no.opptrapping.platform.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Starts this process's relay with the service and lets it finish its batch when the service stops. */
@ApplicationScoped
class RelayLifecycle {
    private static final Duration LAST_BATCH = Duration.ofSeconds(10);

    private final RelaySettings settings;
    private final OutboxSignal signal;
    private final EventMetrics metrics;
    private final Map<String, Object> kafka;
    private final String service;
    private final String url;
    private final String user;
    private final String password;
    private volatile @Nullable OutboxRelay relay;
    private @Nullable Thread thread;

    RelayLifecycle(
            RelaySettings settings,
            OutboxSignal signal,
            EventMetrics metrics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.settings = settings;
        this.signal = signal;
        this.metrics = metrics;
        this.kafka = kafka;
        this.service = service;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    void start(@Observes StartupEvent started) {
        if (!settings.relay()) {
            return;
        }
        var publishing = new OutboxRelay(
                () -> RelayEnds.database(url, user, password, service),
                () -> RelayEnds.broker(kafka, service),
                signal,
                settings,
                "/" + service,
                metrics::published);
        relay = publishing;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(publishing);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        var running = relay;
        var on = thread;
        if (running == null || on == null) {
            return;
        }
        running.stop();
        if (!on.join(LAST_BATCH)) {
            on.interrupt();
        }
    }

    /** Of this process's relay, if it has one. */
    Optional<RelayPulse> pulse() {
        return Optional.ofNullable(relay).map(OutboxRelay::pulse);
    }
}
