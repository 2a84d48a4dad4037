package no.opptrapping.platform.events;

import java.time.Duration;

/** Short pauses, so that the tests are. */
record QuickSettings() implements RelaySettings {
    @Override
    public boolean relay() {
        return true;
    }

    @Override
    public int batch() {
        return 200;
    }

    @Override
    public Duration poll() {
        return Duration.ofMillis(5);
    }

    @Override
    public Duration gathering() {
        return Duration.ofMillis(2);
    }

    @Override
    public Duration standby() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration hungAfter() {
        return Duration.ofMinutes(3);
    }
}
