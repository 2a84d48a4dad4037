package no.opptrapping.platform.events;

import java.time.Duration;

/** What the relay is doing and when it last gave a sign of life, in machine time. */
final class RelayPulse {
    enum State {
        CONNECTING,
        STANDBY,
        PUBLISHING,
        STOPPED
    }

    private record Beat(State state, long nanos) {}

    private volatile Beat last = new Beat(State.CONNECTING, System.nanoTime());
    private volatile boolean hasConnected;

    void beat(State state) {
        last = new Beat(state, System.nanoTime());
    }

    void connected() {
        hasConnected = true;
    }

    State state() {
        return last.state();
    }

    /** Whether the database has been reached at least once. */
    boolean hasConnected() {
        return hasConnected;
    }

    /** Whether the relay should be working and has given no sign of life for longer than this. */
    boolean hungFor(Duration limit) {
        var beat = last;
        return beat.state() != State.STOPPED && System.nanoTime() - beat.nanos() > limit.toNanos();
    }
}
