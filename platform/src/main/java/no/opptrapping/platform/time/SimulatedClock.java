package no.opptrapping.platform.time;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Business time that can be moved, for the local build and for tests: it runs at the pace of real time from the instant
 * that it was last set to. It begins at <code>opptrapping.clock.start</code>, or now. Production has no such bean.
 */
@Singleton
@IfBuildProfile(anyOf = {"local", "test"})
@Typed({Clock.class, SimulatedClock.class})
public class SimulatedClock extends Clock {
    private final Clock real;
    private final AtomicReference<Duration> ahead;

    @Inject
    SimulatedClock(@ConfigProperty(name = "opptrapping.clock.start") Optional<Instant> start) {
        this(Clock.systemUTC(), start);
    }

    SimulatedClock(Clock real, Optional<Instant> start) {
        this.real = real;
        this.ahead = new AtomicReference<>(
                start.map(instant -> Duration.between(real.instant(), instant)).orElse(Duration.ZERO));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Moves to the instant; false, without moving, if that would be backwards. */
    public boolean forwardTo(Instant instant) {
        var current = ahead.get();
        var wanted = Duration.between(real.instant(), instant);
        return wanted.compareTo(current) >= 0 && ahead.compareAndSet(current, wanted);
    }

    /** Moves to the instant, also backwards: for tests, which begin anew in one process. */
    public void resetTo(Instant instant) {
        ahead.set(Duration.between(real.instant(), instant));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Instants are UTC; for dates in Norway see BusinessDates");
    }
}
