package no.opptrapping.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration ALREADY_OVER = Duration.ofNanos(-1);

    @Test
    void anAttemptThatNeverEndsCountsAsHung() {
        var pulse = new ConsumerPulse();
        var attempt = pulse.attempt("award.v1");
        assertThat(pulse.hungFor(LONG)).isEmpty();
        assertThat(pulse.hungFor(ALREADY_OVER)).containsExactly("award.v1");
        attempt.close();
        assertThat(pulse.hungFor(ALREADY_OVER)).isEmpty();
    }

    @Test
    void aRelayWithoutASignOfLifeCountsAsHungUnlessItWasStopped() {
        var pulse = new RelayPulse();
        pulse.beat(RelayPulse.State.PUBLISHING);
        assertThat(pulse.hungFor(LONG)).isFalse();
        assertThat(pulse.hungFor(ALREADY_OVER)).isTrue();
        pulse.beat(RelayPulse.State.STOPPED);
        assertThat(pulse.hungFor(ALREADY_OVER)).isFalse();
    }

    @Test
    void aRelayIsReadyOnceItHasReachedTheDatabase() {
        var pulse = new RelayPulse();
        assertThat(pulse.hasConnected()).isFalse();
        pulse.connected();
        pulse.beat(RelayPulse.State.CONNECTING);
        assertThat(pulse.hasConnected()).isTrue();
    }
}
