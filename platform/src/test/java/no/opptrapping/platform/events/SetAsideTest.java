package no.opptrapping.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class SetAsideTest {
    private final List<Throwable> deadLetters = new ArrayList<>();
    private final KafkaFailureHandler handler = new SetAside.UnlessStopping(new KafkaFailureHandler() {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            deadLetters.add(reason);
            return Uni.createFrom().voidItem();
        }
    });

    @Test
    void sendsABadRecordToTheDeadLetters() {
        var bad = new UnusableEvent("bad");
        handler.handle(null, bad, Metadata.empty()).await().atMost(Duration.ofSeconds(1));
        assertThat(deadLetters).containsExactly(bad);
    }

    @Test
    void leavesARecordThatWasWaitingWhenTheServiceStopped() {
        var answer = handler.handle(null, new RuntimeException(new ConsumptionStopped()), Metadata.empty())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        answer.assertNotTerminated();
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void aWaitEndsWhenTheServiceStops() {
        var patience = new Patience();
        patience.stop(null);
        assertThatThrownBy(() -> patience.pauseAfter(11)).isInstanceOf(ConsumptionStopped.class);
    }

    @Test
    void thePausesGrowFromATenthOfASecondToTenSeconds() {
        assertThat(Patience.pause(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(Patience.pause(2)).isEqualTo(Duration.ofMillis(200));
        assertThat(Patience.pause(8)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Patience.pause(1_000_000)).isEqualTo(Duration.ofSeconds(10));
    }
}
