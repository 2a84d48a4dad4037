package no.opptrapping.platform.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
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
    private final Optional<String> user;
    private final Optional<String> password;
    private volatile @Nullable OutboxRelay relay;
    private @Nullable Thread thread;

    RelayLifecycle(
            RelaySettings settings,
            OutboxSignal signal,
            EventMetrics metrics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
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
        var publishing =
                new OutboxRelay(this::connect, this::producer, signal, settings, "/" + service, metrics::published);
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

    private Connection connect() throws SQLException {
        var properties = new Properties();
        user.ifPresent(value -> properties.setProperty("user", value));
        password.ifPresent(value -> properties.setProperty("password", value));
        properties.setProperty("ApplicationName", service + " outbox relay");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }

    private Producer<String, String> producer() {
        var config = new HashMap<String, Object>();
        kafka.forEach((name, value) -> {
            if (ProducerConfig.configNames().contains(name)) {
                config.put(name, value);
            }
        });
        config.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-outbox");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 67_108_864L);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }
}
