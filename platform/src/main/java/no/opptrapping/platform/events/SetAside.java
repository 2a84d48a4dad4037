package no.opptrapping.platform.events;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * The failure strategy {@code set-aside} of every incoming channel: a bad record goes to the dead letter topic; one that
 * was only waiting when the service stopped does not, and is delivered again after the next start.
 */
@ApplicationScoped
@Identifier("set-aside")
class SetAside implements KafkaFailureHandler.Factory {
    private final KafkaFailureHandler.Factory deadLetters;

    SetAside(@Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new UnlessStopping(deadLetters.create(config, vertx, consumer, reportFailure));
    }

    record UnlessStopping(KafkaFailureHandler deadLetters) implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            if (isStop(reason)) {
                // Never completed: the offset is not committed and no later record is begun.
                return Uni.createFrom().nothing();
            }
            return deadLetters.handle(record, reason, metadata);
        }

        private static boolean isStop(Throwable reason) {
            return reason instanceof ConsumptionStopped || reason.getCause() instanceof ConsumptionStopped;
        }

        @Override
        public void terminate() {
            deadLetters.terminate();
        }
    }
}
