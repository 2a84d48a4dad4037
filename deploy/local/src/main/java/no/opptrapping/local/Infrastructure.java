package no.opptrapping.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.embedded.EmbeddedKafka;
import no.opptrapping.embedded.EmbeddedPostgres;
import no.opptrapping.embedded.Topics;
import no.opptrapping.embedded.issuer.LocalIssuer;

/**
 * The database server, the broker and the issuer.
 *
 * @param postgres with one database for each service
 * @param kafka with every topic
 * @param issuer of tokens
 */
record Infrastructure(EmbeddedPostgres postgres, EmbeddedKafka kafka, LocalIssuer issuer) implements AutoCloseable {

    /**
     * Starts all three side by side; if one cannot be started, none is left running.
     *
     * @param durable whether a commit survives a power cut, which is only worth its price where the directory is kept
     */
    static Infrastructure start(Path directory, PortPlan ports, boolean durable, Progress progress, Texts texts) {
        var databases = Arrays.stream(Service.values()).map(Service::database).collect(Collectors.toSet());
        Progress said = name -> progress.say(texts.text("step.ready", name));
        var issuer =
                begin(texts.text("issuer"), said, () -> LocalIssuer.start(directory.resolve("issuer"), ports.issuer()));
        var postgres = begin(
                "PostgreSQL",
                said,
                () -> EmbeddedPostgres.start(directory.resolve("postgres"), ports.postgres(), databases, durable));
        var kafka = begin(
                "Kafka",
                said,
                () -> EmbeddedKafka.start(
                        directory.resolve("kafka"), ports.kafka(), ports.kafkaController(), Topics.all()));
        try {
            return new Infrastructure(postgres.join(), kafka.join(), issuer.join());
        } catch (CompletionException e) {
            Stream.of(
                            postgres.thenAccept(EmbeddedPostgres::close),
                            kafka.thenAccept(EmbeddedKafka::close),
                            issuer.thenAccept(LocalIssuer::close))
                    .forEach(closing -> closing.exceptionally(failure -> null).join());
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static <T> CompletableFuture<T> begin(String name, Progress ready, Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, Thread::startVirtualThread).thenApply(started -> {
            ready.say(name);
            return started;
        });
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
        issuer.close();
    }
}
