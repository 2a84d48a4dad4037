package no.opptrapping.embedded;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A real single-node Kafka broker (KRaft) as a child process with a class path of its own, so that its version is
 * independent of the clients'. Topics are not created by use: those that are needed are given at the start.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** System property: the directory with the broker's jars, which the build lays out. */
    public static final String JARS = "opptrapping.broker.jars";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final int ATTEMPTS = 3;

    private final DirectoryLock lock;
    private final Child child;
    private final int port;

    private EmbeddedKafka(DirectoryLock lock, Child child, int port) {
        this.lock = lock;
        this.child = child;
        this.port = port;
    }

    /**
     * Starts the broker in a directory, which is created or taken up where an earlier run left it.
     *
     * @param port for clients, 0 for a free one
     * @param controllerPort for the broker's own controller, 0 for a free one
     * @param topics that must exist; missing ones are created
     * @throws StartFailure with one sentence that says why not
     */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort, List<Topic> topics) {
        var lock = DirectoryLock.take(directory, "Kafka");
        try {
            var root = directory.toRealPath();
            for (var attempt = 1; ; attempt++) {
                var clientPort = port == 0 ? Ports.free() : port;
                var quorumPort = controllerPort == 0 ? Ports.free() : controllerPort;
                try {
                    return new EmbeddedKafka(lock, startBroker(root, clientPort, quorumPort, topics), clientPort);
                } catch (StartFailure e) {
                    if (attempt == ATTEMPTS || port != 0 || !isTaken(e)) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            lock.close();
            throw new StartFailure("Could not start Kafka in " + directory + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isTaken(StartFailure failure) {
        var message = Objects.requireNonNullElse(failure.getMessage(), "");
        return message.contains("Address already in use") || message.contains("is taken by another program");
    }

    private static Child startBroker(Path root, int port, int controllerPort, List<Topic> topics) throws IOException {
        var properties = root.resolve("server.properties");
        var ready = root.resolve("ready");
        Files.writeString(properties, properties(root.resolve("data"), port, controllerPort));
        Files.deleteIfExists(ready);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=classpath:no/opptrapping/embedded/broker-log4j2.properties",
                "-cp",
                classPath(),
                "no.opptrapping.embedded.broker.BrokerMain",
                properties.toString(),
                ready.toString()));
        for (var topic : topics) {
            command.add(topic.name() + ":" + topic.partitions() + ":" + (topic.compacted() ? "compact" : "delete"));
        }
        var spec = new Child.Spec("kafka", command, Map.of(), root, Child.StopSignal.TERM, Duration.ofSeconds(3));
        Child.stopOrphan(spec);
        Ports.requireFree(port, "Kafka");
        Ports.requireFree(controllerPort, "Kafka's controller");
        var child = Child.start(spec);
        try {
            child.awaitReady(START_LIMIT, () -> Files.exists(ready));
            return child;
        } catch (StartFailure e) {
            child.close();
            throw e;
        }
    }

    private static String classPath() {
        var jars = System.getProperty(JARS);
        if (jars == null || !Files.isDirectory(Path.of(jars))) {
            throw new StartFailure("The broker's jars are not in " + jars + " (system property " + JARS
                    + "): build deploy/embedded first.");
        }
        try {
            var source = EmbeddedKafka.class.getProtectionDomain().getCodeSource();
            var own = Path.of(Objects.requireNonNull(source).getLocation().toURI());
            return own + File.pathSeparator + Path.of(jars).resolve("*");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String properties(Path data, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                log.dirs=%1$s
                listeners=PLAINTEXT://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%3$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.quorum.voters=1@127.0.0.1:%3$d
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                auto.create.topics.enable=false
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                """.formatted(data, port, controllerPort);
    }

    /** What a client connects to: {@code 127.0.0.1:<port>}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The port for clients. */
    public int port() {
        return port;
    }

    /** The broker's own process id. */
    public long pid() {
        return child.pid();
    }

    /** Kills the broker with SIGKILL, as a crash would; a new start in the same directory recovers. */
    public void kill() {
        child.kill();
        lock.close();
    }

    /** Stops the broker; its data stay in the directory. */
    @Override
    public void close() {
        child.close();
        lock.close();
    }
}
