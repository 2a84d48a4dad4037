package no.opptrapping.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Rounds rounds = new Rounds(registry);
    private final List<String> done = new ArrayList<>();

    @Test
    void oneBadItemDoesNotStopTheOthersAndIsCountedUntilItGoesWell() {
        assertThat(rounds.each("test", () -> List.of("a", "bad", "c"), this::unlessBad))
                .isFalse();
        assertThat(done).containsExactly("a", "c");
        assertThat(failing()).isEqualTo(1);

        assertThat(rounds.each("test", () -> List.of("a", "bad"), this::unlessBad))
                .isFalse();
        assertThat(failing()).isEqualTo(1);

        assertThat(rounds.each("test", () -> List.of("a", "bad"), done::add)).isTrue();
        assertThat(failing()).isZero();
    }

    @Test
    void aRoundWhoseItemsCannotBeFoundFailsAsAWhole() {
        assertThat(rounds.<String>each(
                        "test",
                        () -> {
                            throw new IllegalStateException("no database");
                        },
                        this::unlessBad))
                .isFalse();
        assertThat(failing()).isEqualTo(1);
        assertThat(rounds.once("test", () -> {})).isTrue();
        assertThat(failing()).isZero();
    }

    @Test
    void whatFailsBecauseTheServiceStopsIsNoAlarm() {
        assertThat(rounds.each("test", () -> List.of("a", "b"), item -> {
                    rounds.stop(new ShutdownEvent());
                    throw new IllegalStateException("EntityManagerFactory is closed");
                }))
                .isFalse();
        assertThat(registry.find("opptrapping.rounds.failing").gauges())
                .allSatisfy(gauge -> assertThat(gauge.value()).isZero());
    }

    private void unlessBad(String item) {
        if (item.equals("bad")) {
            throw new IllegalStateException("bad");
        }
        done.add(item);
    }

    private double failing() {
        return registry.get("opptrapping.rounds.failing")
                .tag("round", "test")
                .gauge()
                .value();
    }
}
