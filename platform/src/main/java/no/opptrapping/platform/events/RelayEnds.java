package no.opptrapping.platform.events;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/** The relay's two ends: a database connection that carries its lock, and a producer that the broker can shut out. */
final class RelayEnds {
    private static final int MEGABYTE = 1024 * 1024;

    private RelayEnds() {}

    /** A connection outside the pool, that gives up on a server which no longer answers. */
    static Connection database(String url, String user, String password, String service) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", service + " outbox relay");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }

    /**
     * A producer of the service's one transactional identity.
     *
     * @param kafka how to reach the broker, and whatever else the service has configured for its Kafka clients
     */
    static Producer<String, String> broker(Map<String, Object> kafka, String service) {
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
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, MEGABYTE / 16);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * MEGABYTE);
        // Giving up loses nothing, for the rows stay and are sent again in order: so nothing need wait for long.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }
}
